using Edge.Ledger.City;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Evidence;

/// <summary>The signed checkpoints in an evidence file of any version: of its gateway, and of its city's log. What the file proves is not looked at.</summary>
public static class EvidenceNotes
{
    /// <exception cref="MalformedException">Not an evidence file, or its notes cannot be made again.</exception>
    public static IReadOnlyList<SignedNote> Of(ReadOnlySpan<byte> bytes) =>
        CompactEvidence.IsEvidence(bytes) ? Of(CompactEvidence.Parse(bytes)) : Of(EvidenceFile.Parse(bytes));

    private static List<SignedNote> Of(EvidenceFile file)
    {
        var receipt = TlogProof.Parse(file.Receipt.Span);
        var notes = file.Blocks.Select(b => SignedNote.Parse(b.Span)).Prepend(receipt.Note);
        return [.. receipt.Extra is { } leaf ? notes.Prepend(AnchorLeaf.Parse(leaf.Span)) : notes];
    }

    private static List<SignedNote> Of(CompactEvidence file)
    {
        var hasher = TreeHasher.OfLog(file.Anchor.Origin);
        var anchor = file.ImpliedAnchor([.. file.Entries.Select(e => hasher.Leaf(e.Bytes.Span))]);
        return [.. new[] { anchor, anchor is null ? null : file.ImpliedReceipt(anchor)?.Note }.OfType<SignedNote>(), .. file.Beacons];
    }
}
