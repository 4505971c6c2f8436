using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tests.Evidence;

/// <summary>Files of which nothing can be said, because they have not the one canonical form. All but the first carry the right digest.</summary>
internal static class UnreadableCases
{
    public static IEnumerable<EvidenceCase> All(Scene town)
    {
        var good = new SmallScene(town.Keys) { BeaconBy = [0, 1, 2], AnchorBy = [0, 1, 2], BlockBy = [0, 1, 2] }.Cut();
        var receipt = TlogProof.Parse(good.Receipt.Span);
        yield return new EvidenceCase("another header", town.Keys.PolicyText, [.. "edge-evidence/v3\n"u8, .. good.ToBytes()[17..]], null);
        yield return Bytes("no content", []);
        yield return Bytes("not an array of five", [0x84, 0x80, 0x80, 0x40, 0x40]);
        yield return Bytes("bytes left over", [.. Content(good), 0]);
        yield return Bytes("a subject count beyond the bytes", [0x85, 0x9B, 0x7F, .. Enumerable.Repeat((byte)0xFF, 7)]);
        yield return Bytes("a head that is not the shortest", [0x98, 0x05, .. Content(good)[1..]]);
        yield return File("no subject", good with { Subjects = [] });
        yield return File("a subject that is not disclosed", good with { Subjects = [2, 4] });
        yield return File("subjects not ascending", good with { Subjects = [3, 2] });
        yield return File("a subject twice", good with { Subjects = [3, 3] });
        yield return File("entries not ascending", good with { Entries = [.. good.Entries.Reverse()] });
        yield return File("an entry withheld from the range", town.Range with { Entries = [.. town.Range.Entries.Where(e => e.Index != town.Absent)] });
        yield return File("a receipt without its anchor", good with { Receipt = (receipt with { Extra = null }).ToBytes() });
        yield return File("a receipt that is none", good with { Receipt = "receipt"u8.ToArray() });
        yield return File("a block that no seal names", good with { Blocks = [town.FirstBlock.ToBytes()] });
        yield return File("blocks not in the order of their seals", town.Set with { Blocks = [.. town.Set.Blocks.Reverse()] });
        yield return File("a block twice", good with { Blocks = [good.Blocks[0], good.Blocks[0]] });
        yield return File("an entry of the log that is not in canonical form", (new SmallScene(town.Keys) { Instead = [0x83, 0x01, 0x18, 0x00, 0x40] }).Cut());

        EvidenceCase File(string name, EvidenceFile file) => new(name, town.Keys.PolicyText, file.ToBytes(), null);
        EvidenceCase Bytes(string name, byte[] content) => new(name, town.Keys.PolicyText, Seal(content), null);
    }

    /// <summary>A header before and the right digest after any content.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> content)
    {
        byte[] file = [.. "edge-evidence/v1\n"u8, .. content];
        return [.. file, .. TreeHasher.Sha256.Hash(file).Bytes];
    }

    public static byte[] Content(EvidenceFile file) => file.ToBytes()[17..^32];
}
