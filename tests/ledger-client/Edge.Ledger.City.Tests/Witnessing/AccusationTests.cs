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
    public void A_proof_is_kept_once_for_each_log_and_size_and_not_without_end()
    {
        var accusations = new AccusationFolder(_folder.File("accusations"));
        var first = accusations.Keep(Fork(7, 2));

        Assert.Equal(Fork(7, 2).ToBytes(), File.ReadAllBytes(first!));
        Assert.Equal(first, accusations.Keep(Fork(7, 3)));
        for (ulong size = 8; size < 7 + AccusationFolder.Most; size++)
            Assert.NotNull(accusations.Keep(Fork(size, 2)));
        Assert.Null(accusations.Keep(Fork(1000, 2)));
        Assert.Equal(AccusationFolder.Most, Directory.GetFiles(_folder.File("accusations")).Length);
    }

    public void Dispose()
    {
        _state.Dispose();
        _folder.Dispose();
    }

    private WitnessAnswer Ask(ulong old, SignedNote note) => _witness.Answer("gw-1", new AddCheckpointRequest(old, [], note).ToBytes());

    private SignedNote Note(ulong size, byte history) => new Checkpoint(_gateway.Name, size, TreeHasher.Sha256.Leaf([history])).Sign(_gateway);

    private EquivocationFile Fork(ulong size, byte history) => Accusation.Between(Note(size, 1), Note(size, history), null, 0, out _)!;
}
