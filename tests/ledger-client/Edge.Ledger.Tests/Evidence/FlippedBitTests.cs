using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Tests.Evidence;

/// <summary>Every single bit of evidence files, flipped: as damage would, and as an attacker would, who makes the digest fit again.</summary>
public sealed class FlippedBitTests
{
    private readonly Scene _scene = new();

    public static TheoryData<string> Files() => ["one", "set", "range", "compact one", "compact range", "slim"];

    /// <summary>With the digest made good each bit costs up to a dozen signature checks: all bits of one file, every seventh of the larger ones.</summary>
    public static TheoryData<string, int> Strides() => new() { { "one", 1 }, { "set", 7 }, { "range", 7 }, { "compact one", 1 }, { "compact range", 7 }, { "slim", 7 } };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_flipped_bit_is_never_valid(string which)
    {
        var file = File(which);
        var verifier = new EvidenceVerifier(_scene.Keys.Policy);
        Parallel.For(0, file.Length * 8, bit =>
        {
            if (Verify(verifier, Flip(file, bit)) is { } verdict)
                Assert.True(verdict.Outcome == Outcome.Invalid, $"bit {bit}");
        });
    }

    [Theory]
    [MemberData(nameof(Strides))]
    public void A_flipped_bit_under_a_fitting_digest_proves_nothing_that_is_not_so(string which, int stride)
    {
        var file = File(which);
        var verifier = new EvidenceVerifier(_scene.Keys.Policy);
        var original = verifier.Verify(file);
        var proved = 0;
        Parallel.For(0, (file.Length - Hash32.Size) * 8 / stride, step =>
        {
            var bit = step * stride;
            var flipped = Flip(file, bit);
            TreeHasher.Sha256.Hash(flipped.AsSpan(0, flipped.Length - Hash32.Size)).Bytes.CopyTo(flipped.AsSpan(flipped.Length - Hash32.Size));
            if (Verify(verifier, flipped) is not { } verdict || verdict.Outcome == Outcome.Invalid)
                return;
            Interlocked.Increment(ref proved);
            AssertSameOrWeaker(original, verdict, bit);
        });

        // What one bit can still do: make one of the block's four cosigners unknown, by its name or key id; three are left, which is a quorum.
        // Nothing that is proved of the reading rests on the fourth.
        Assert.True(proved > 0, "no bit of a cosigner's name was flipped");
    }

    private void AssertSameOrWeaker(Verdict original, Verdict verdict, int bit)
    {
        var because = $"bit {bit}";
        Assert.True(original.Gateway == verdict.Gateway, because);
        Assert.True(original.Receipt!.Checkpoint == verdict.Receipt!.Checkpoint, because);
        Assert.True(original.Receipt.Block.Block.Checkpoint == verdict.Receipt.Block.Block.Checkpoint, because);
        Assert.True(original.AcceptedBy.SequenceEqual(verdict.AcceptedBy), because);
        Assert.All(verdict.Receipt.Block.Block.Cosigners, c => Assert.Contains(c, original.Receipt.Block.Block.Cosigners));
        foreach (var entry in verdict.Entries)
            Assert.True(Meaning(Entry.Decode(_scene.Gateway.Bytes(entry.Index))).AsSpan().SequenceEqual(Meaning(entry.Entry)), because);
        foreach (var reading in verdict.Readings)
        {
            var truth = original.Readings.Single(r => r.Index == reading.Index);
            Assert.True(truth with { NotBefore = reading.NotBefore } == reading, because);
            Assert.True(reading.NotBefore is null || reading.NotBefore == truth.NotBefore, because);
        }

        foreach (var run in verdict.Complete)
        {
            for (var index = run.First; index <= run.Last; index++)
                Assert.True(verdict.Entries.Any(e => e.Index == index), because);
        }
    }

    private static byte[] Meaning(Entry entry) => entry.Encode(new byte[Salt.Size]);

    private byte[] File(string which) => which switch
    {
        "one" => _scene.One.ToBytes(),
        "set" => _scene.Set.ToBytes(),
        "range" => _scene.Range.ToBytes(),
        "compact one" => _scene.CompactOne.ToBytes(),
        "compact range" => _scene.CompactRange.ToBytes(),
        _ => _scene.Slim.ToBytes(),
    };

    private static byte[] Flip(byte[] file, int bit)
    {
        var flipped = (byte[])file.Clone();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }

    /// <summary>Null when the file is refused as malformed; any other exception fails the test.</summary>
    private static Verdict? Verify(EvidenceVerifier verifier, byte[] file)
    {
        try
        {
            return verifier.Verify(file);
        }
        catch (MalformedException)
        {
            return null;
        }
    }
}
