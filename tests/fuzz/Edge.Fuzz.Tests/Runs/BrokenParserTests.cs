using Edge.Fuzz.Mutations;
using Edge.Fuzz.Runs;
using Edge.Fuzz.Targets;
using Edge.Ledger;
using Edge.Ledger.Cbor;

namespace Edge.Fuzz.Tests.Runs;

/// <summary>Parsers broken on purpose, each in one way: the harness must see it.</summary>
public sealed class BrokenParserTests
{
    private const long Inputs = 20_000;

    // [length u8][that many bytes]
    private static readonly byte[][] Seeds = [[0], [3, 1, 2, 3], [5, 9, 8, 7, 6, 5]];

    [Fact]
    public void A_parser_that_keeps_its_promises_is_left_alone() => Assert.Empty(Fuzz(Strict).Failures);

    [Fact]
    public void An_index_beyond_the_bytes_is_seen() =>
        Assert.Contains(Fuzz(b => b.Slice(1, b[0]).ToArray()).Failures, f => f.Kind == FailureKind.Threw && f.Detail.StartsWith("ArgumentOutOfRangeException", StringComparison.Ordinal));

    [Fact]
    public void Bytes_left_over_are_seen() =>
        Assert.All(Found(b => b.Length > 0 && b[0] < b.Length ? b.Slice(1, b[0]).ToArray() : throw new MalformedException("short")), f => Assert.Equal(FailureKind.NotCanonical, f.Kind));

    [Fact]
    public void A_second_form_of_a_value_is_seen() =>
        Assert.All(Found(b => b.Length > 0 && b[0] == 0x80 ? [] : Strict(b)), f => Assert.Equal(FailureKind.NotCanonical, f.Kind));

    [Fact]
    public void Memory_taken_by_a_stated_length_is_seen() =>
        Assert.All(
            Found(b =>
            {
                GC.KeepAlive(new byte[b.Length > 0 ? b[0] * 1024 : 0]);
                return Strict(b);
            }),
            f => Assert.Equal(FailureKind.Allocated, f.Kind));

    [Fact]
    public void Time_that_grows_with_a_stated_number_is_seen() =>
        Assert.All(
            Found(b =>
            {
                if (b.Length > 1 && b[0] > 250)
                    SpinWait.SpinUntil(() => false, 10);
                return Strict(b);
            }),
            f => Assert.Equal(FailureKind.Slow, f.Kind));

    [Fact]
    public void An_answer_that_changes_is_seen()
    {
        var calls = 0;
        Assert.All(Found(b => ++calls % 50 == 0 ? throw new MalformedException("tired") : Strict(b)), f => Assert.Equal(FailureKind.NotDeterministic, f.Kind));
    }

    [Fact]
    public void A_value_that_must_not_be_accepted_is_seen()
    {
        var target = Target(Strict, value => value.Contains((byte)0x7F) ? "holds 7F" : null);
        Assert.All(new FuzzRun(target, 1, TimeProvider.System).Run(Inputs, null, null, CancellationToken.None).Failures, f => Assert.Equal(FailureKind.Unsound, f.Kind));
    }

    [Fact]
    public void What_hides_behind_a_digest_is_reached()
    {
        // Accepts a float that is not the shortest: to get there a mutant needs a right CBOR head and a right digest.
        static byte[] Loose(ReadOnlySpan<byte> b)
        {
            if (b.Length < 33 || !System.Security.Cryptography.SHA256.HashData(b[..^32]).AsSpan().SequenceEqual(b[^32..]))
                throw new MalformedException("digest");
            if (b[0] == 0xFB && b.Length == 41)
                return [];
            var reader = new CborReader(b[..^32]);
            reader.Item();
            reader.End();
            return b.ToArray();
        }

        var target = new ParserTarget<byte[]>("broken", [[0xF6, .. new byte[32]]], Loose) { Mutations = Forms.Cbor(), Repair = EvidenceDigest.Repair, Writer = value => value };
        Assert.NotEmpty(new FuzzRun(target, 1, TimeProvider.System).Run(Inputs, null, null, CancellationToken.None).Failures);
    }

    private static byte[] Strict(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 0 && bytes.Length == bytes[0] + 1 ? bytes[1..].ToArray() : throw new MalformedException($"{bytes.Length} bytes");

    private static IReadOnlyList<Failure> Found(Func<ReadOnlySpan<byte>, byte[]> read)
    {
        var failures = Fuzz(read).Failures;
        Assert.NotEmpty(failures);
        return failures;
    }

    private static FuzzReport Fuzz(Func<ReadOnlySpan<byte>, byte[]> read) => new FuzzRun(Target(read), 1, TimeProvider.System).Run(Inputs, null, null, CancellationToken.None);

    private static ParserTarget<byte[]> Target(Func<ReadOnlySpan<byte>, byte[]> read, Func<byte[], string?>? judge = null) => new("broken", Seeds, read)
    {
        Mutations = ByteMutations.All,
        Writer = value => [(byte)value.Length, .. value],
        MillisecondsAllowed = 5,
        Judge = judge,
    };
}
