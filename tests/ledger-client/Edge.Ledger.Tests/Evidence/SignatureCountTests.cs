using Edge.Ledger.Evidence;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tests.Evidence;

/// <summary>Signatures of one byte, which nobody made: eight bytes of a file each, and a hundred in memory.</summary>
public sealed class SignatureCountTests
{
    private const int Megabyte = 1_000_000;

    private readonly Scene _scene = new();

    [Fact]
    public void Of_59_megabytes_of_worthless_signatures_a_million_at_most_are_read()
    {
        var bytes = Compact(7_300_000);
        Assert.InRange(bytes.Length, 59 * Megabyte, EvidenceFile.MaxBytes);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var refused = Assert.Throws<MalformedException>(() => new EvidenceVerifier(_scene.Keys.Policy).Verify(bytes));

        Assert.Equal("evidence: more than 1000000 signatures over all its notes", refused.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200 * Megabyte);
    }

    [Fact]
    public void A_million_signatures_over_all_notes_of_a_file_are_read_and_not_one_more()
    {
        Assert.Equal(EvidenceFile.MaxSignatures, Sum(EvidenceNotes.Of(Compact(EvidenceFile.MaxSignatures))));
        Assert.Throws<MalformedException>(() => EvidenceNotes.Of(Compact(EvidenceFile.MaxSignatures + 1)));
    }

    [Fact]
    public void So_it_is_with_the_notes_of_the_first_version()
    {
        Assert.Equal(EvidenceFile.MaxSignatures, Sum(EvidenceNotes.Of(First(EvidenceFile.MaxSignatures))));
        Assert.Throws<MalformedException>(() => EvidenceNotes.Of(First(EvidenceFile.MaxSignatures + 1)));
        Assert.Throws<MalformedException>(() => new EvidenceVerifier(_scene.Keys.Policy).Verify(First(EvidenceFile.MaxSignatures + 1)));
    }

    private byte[] Compact(int signatures)
    {
        var one = _scene.CompactOne with { Beacons = [] };
        return (one with { Beacons = Beacons(signatures - Sum(EvidenceNotes.Of(one.ToBytes()))) }).ToBytes();
    }

    private byte[] First(int signatures)
    {
        var one = _scene.One with { Blocks = [] };
        return (one with { Blocks = [.. Beacons(signatures - Sum(EvidenceNotes.Of(one.ToBytes()))).Select(b => (ReadOnlyMemory<byte>)b.ToBytes())] }).ToBytes();
    }

    /// <summary>Notes with so many signatures together.</summary>
    private SignedNote[] Beacons(int signatures)
    {
        var worthless = new NoteSignature(_scene.SecondBlock.Signatures[0].Name, 7, new byte[1]);
        return [.. Enumerable.Repeat(worthless, signatures).Chunk(SignedNote.MaxSignatures).Select(some => new SignedNote(_scene.SecondBlock.Text, some))];
    }

    private static int Sum(IEnumerable<SignedNote> notes) => notes.Sum(n => n.Signatures.Count);
}
