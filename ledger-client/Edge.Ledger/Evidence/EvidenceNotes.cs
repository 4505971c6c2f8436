using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Evidence;

/// <summary>The signed checkpoints in an evidence file of any version: of its gateway, and of its city's log. What the file proves is not looked at.</summary>
public static class EvidenceNotes
{
    /// <exception cref="MalformedException">Not an evidence file, or its notes cannot be made again.</exception>
    public static IReadOnlyList<SignedNote> Of(ReadOnlySpan<byte> bytes) =>
        CompactEvidence.IsEvidence(bytes) ? Of(CompactEvidence.Parse(bytes)) : Of(EvidenceFile.Parse(bytes));

    /// <summary>The log that an evidence file of any version says it is of; null when it is damaged. Nothing is verified.</summary>
    public static string? Origin(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return CompactEvidence.IsEvidence(bytes) ? CompactEvidence.Parse(bytes).Anchor.Origin : Checkpoint.Parse(EvidenceFile.Parse(bytes).ReadNotes().Anchor).Origin;
        }
        catch (MalformedException)
        {
            return null;
        }
    }

    private static List<SignedNote> Of(EvidenceFile file)
    {
        var (receipt, anchor, blocks) = file.ReadNotes();
        return [anchor, receipt.Note, .. blocks];
    }

    private static List<SignedNote> Of(CompactEvidence file)
    {
        var hasher = TreeHasher.OfLog(file.Anchor.Origin);
        var anchor = file.ImpliedAnchor([.. file.Entries.Select(e => hasher.Leaf(e.Bytes.Span))]);
        return [.. new[] { anchor, anchor is null ? null : file.ImpliedReceipt(anchor)?.Note }.OfType<SignedNote>(), .. file.Beacons];
    }
}
