using Edge.Ledger.City.Witnessing;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Testing;

namespace Edge.Ledger.City.Tests.Witnessing;

public sealed class AccusationTests : IDisposable
{
    private readonly CityKeys _keys = new("gw-1", "gw-2");
    private readonly NoteSigner _gateway = CityKeys.Gateway("gw-1");
    private readonly TemporaryDirectory _folder = new();
    private readonly SqliteWitnessState _state;
    private readonly Witness _witness;

    public AccusationTests()
    {
        _state = new SqliteWitnessState(_folder.File("state"));
        _witness = new Witness(_keys.Departments[1], _keys.Policy, _state, TimeProvider.System);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void Another_root_at_the_known_size_is_refused_with_the_proof_of_it_whatever_old_says(ulong old)
    {
        Assert.IsType<WitnessAnswer.Cosigned>(Ask(0, Note(7, 1)));

        var refused = Assert.IsType<WitnessAnswer.Refused>(Ask(old, Note(7, 2)));

        Assert.True(new EquivocationVerifier(_keys.Policy).Verify(refused.Accusation!.ToBytes()).IsProved);
    }

    [Fact]
    public void Other_refusals_accuse_nobody()
    {
        Assert.IsType<WitnessAnswer.Cosigned>(Ask(0, Note(7, 1)));

        Assert.Null(Assert.IsType<WitnessAnswer.Refused>(Ask(0, Note(9, 1))).Accusation);
        using var stranger = new NoteSigner(_gateway.Name, KeyType.Ed25519, [.. Enumerable.Repeat((byte)77, 32)]);
        Assert.Null(Assert.IsType<WitnessAnswer.Refused>(Ask(7, new Checkpoint(stranger.Name, 7, TreeHasher.Sha256.Leaf([2])).Sign(stranger))).Accusation);
    }

    [Fact]
    public void A_proof_is_kept_once_for_each_log_and_size_and_of_a_log_only_the_first_few()
    {
        var accusations = new AccusationFolder(Accusations);
        var first = accusations.Keep(Fork(7, 2));

        Assert.Equal(Fork(7, 2).ToBytes(), File.ReadAllBytes(first!));
        Assert.Equal(first, accusations.Keep(Fork(7, 3)));
        for (ulong size = 8; size < 7 + AccusationFolder.MostOfOneLog; size++)
            Assert.NotNull(accusations.Keep(Fork(size, 2)));
        Assert.Null(accusations.Keep(Fork(1000, 2)));
        Assert.Equal(first, accusations.Keep(Fork(7, 2)));
        Assert.Equal(AccusationFolder.MostOfOneLog, Directory.GetFiles(Accusations).Length);
    }

    [Fact]
    public void A_log_gone_wild_leaves_room_for_the_proof_against_another()
    {
        var accusations = new AccusationFolder(Accusations);
        for (ulong size = 1; size <= 100; size++)
            accusations.Keep(Fork(size, 2));

        Assert.NotNull(accusations.Keep(Fork("city.example/gw-2", 7)));
    }

    [Fact]
    public void Not_more_proofs_are_kept_than_the_folder_may_hold()
    {
        var accusations = new AccusationFolder(Accusations);
        Directory.CreateDirectory(Accusations);
        for (var i = 1; i < AccusationFolder.Most; i++)
            File.WriteAllBytes(Path.Combine(Accusations, $"{i}.edge"), []);

        Assert.NotNull(accusations.Keep(Fork(7, 2)));
        Assert.Null(accusations.Keep(Fork("city.example/gw-2", 7)));
    }

    [Fact]
    public void Logs_have_readable_names_of_their_own_however_long_or_alike_their_origins_are()
    {
        var accusations = new AccusationFolder(Accusations);
        string[] origins = ["city.example/gw/1", "city.example/gw_1", "城市" + new string('a', 249), "城市" + new string('a', 248) + "b", "../../up"];

        var names = origins.Select(o => Path.GetFileName(accusations.Keep(Fork(o, ulong.MaxValue >> 1))!)).ToArray();

        Assert.Equal(origins.Length, names.Distinct().Count());
        Assert.Equal(origins.Length, Directory.GetFiles(Accusations).Length);
        Assert.StartsWith("city.example_gw_1-", names[0], StringComparison.Ordinal);
        Assert.EndsWith("-9223372036854775807.edge", names[2], StringComparison.Ordinal);
        Assert.All(names, n => Assert.True(n.Length < 128, n));
    }

    [Fact]
    public void A_folder_whose_names_cannot_be_made_durable_is_an_error()
    {
        DurableNames.Flush(_folder.File("."));
        Assert.Contains("nowhere", Assert.Throws<IOException>(() => DurableNames.Flush(_folder.File("nowhere"))).Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _state.Dispose();
        _folder.Dispose();
    }

    private string Accusations => _folder.File("accusations");

    private WitnessAnswer Ask(ulong old, SignedNote note) => _witness.Answer("gw-1", new AddCheckpointRequest(old, [], note).ToBytes());

    private SignedNote Note(ulong size, byte history) => new Checkpoint(_gateway.Name, size, TreeHasher.Sha256.Leaf([history])).Sign(_gateway);

    private EquivocationFile Fork(ulong size, byte history) => Accusation.Between(Note(size, 1), Note(size, history), null, 0, out _)!;

    private static EquivocationFile Fork(string origin, ulong size)
    {
        using var log = new NoteSigner(origin, KeyType.Ed25519, [.. Enumerable.Repeat((byte)5, 32)]);
        var (one, other) = (new Checkpoint(origin, size, TreeHasher.Sha256.Leaf([1])), new Checkpoint(origin, size, TreeHasher.Sha256.Leaf([2])));
        return Accusation.Between(one.Sign(log), other.Sign(log), null, 0, out _)!;
    }
}
