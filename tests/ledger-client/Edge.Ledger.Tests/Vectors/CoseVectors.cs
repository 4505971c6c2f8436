using Edge.Ledger.Cose;
using Edge.Ledger.Tests.Cose;
using Edge.Ledger.Tests.Evidence;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>COSE receipts of a log of twenty entries.</summary>
internal static class CoseVectors
{
    private static readonly ReceiptLog Log = new();
    private static readonly ReceiptLog ByP256 = new(SuiteCases.P256);
    private static readonly CoseStrictVectors Strict = new(Log);

    public static object All() => new
    {
        spec = "edge-spec 1",
        about = "The log's key is for tests only. A refused file is malformed; one that is not proved is well formed, but the key, the entry or the earlier root does not fit.",
        vkey = Log.Verifier.ToString(),
        inclusion = new (ulong Index, ulong Size)[] { (0, 2), (2, 3), (7, 11), (19, 20) }
            .Select(c => new { index = c.Index, size = c.Size, entry = VectorFile.Hex(Log.Entry(c.Index)), root = Root(c.Size), receipt = VectorFile.Hex(Log.Inclusion(c.Index, c.Size).ToBytes()) }).ToArray(),
        consistency = new (ulong Old, ulong Size)[] { (1, 2), (8, 20), (7, 11) }
            .Select(c => new { old = c.Old, size = c.Size, old_root = Root(c.Old), root = Root(c.Size), receipt = VectorFile.Hex(Log.Consistency(c.Old, c.Size).ToBytes()) }).ToArray(),
        signed_entries = new (ulong Index, ulong Size)[] { (7, 11) }
            .Select(c => new { index = c.Index, size = c.Size, entry = VectorFile.Hex(Log.Entry(c.Index)), root = Root(c.Size), file = VectorFile.Hex(Log.Signed(c.Index, c.Size).ToBytes()) }).ToArray(),
        es256 = new
        {
            vkey = ByP256.Verifier.ToString(),
            inclusion = new[] { new { index = 7, size = 11, entry = VectorFile.Hex(ByP256.Entry(7)), root = Root(11), receipt = VectorFile.Hex(ByP256.Inclusion(7, 11).ToBytes()) } },
            consistency = new[] { new { old = 7, size = 11, old_root = Root(7), root = Root(11), receipt = VectorFile.Hex(ByP256.Consistency(7, 11).ToBytes()) } },
            signed_entries = new[] { new { index = 7, size = 11, entry = VectorFile.Hex(ByP256.Entry(7)), root = Root(11), file = VectorFile.Hex(ByP256.Signed(7, 11).ToBytes()) } },
        },
        not_proved = (object[])[..new object[]
        {
            new { name = "another entry", entry = VectorFile.Hex(Log.Entry(8)), receipt = Of(7, 11) },
            new { name = "another size that the path would fit", entry = VectorFile.Hex(Log.Entry(0)), receipt = Of(0, 3).Replace("3a0001000003", "3a0001000004", StringComparison.Ordinal).Replace("830300", "830400", StringComparison.Ordinal) },
            new { name = "signature changed", entry = VectorFile.Hex(Log.Entry(7)), receipt = Of(7, 11)[..^2] + (Of(7, 11)[^2..] == "00" ? "01" : "00") },
            new { name = "another algorithm", entry = VectorFile.Hex(Log.Entry(7)), receipt = Change("0127", "0126") },
        }, .. Strict.NotProved()],
        refused = (object[])[.. new object[]
        {
            new { name = "no tag", receipt = Of(7, 11)[2..] },
            new { name = "bytes after the end", receipt = Of(7, 11) + "00" },
            new { name = "cut short", receipt = Of(7, 11)[..^2] },
            new { name = "another algorithm than EdDSA and ES256", receipt = Change("0127", "0128") },
            new { name = "another data structure", receipt = Change("19018b01", "19018b02") },
            new { name = "another proof type", receipt = Change("a12081", "a12281") },
            new { name = "payload attached", receipt = Change("f65840", $"5820{Root(11)}5840") },
            new { name = "sizes of header and proof differ", receipt = Change("3a000100000b", "3a000100000c") },
            new { name = "an index beyond the size", receipt = Change("830b07", "830b0b") },
            new { name = "no hash in the path", receipt = Header + "a119018ca1208144" + "83020080" + "f65840" + new string('0', 128) },
            new { name = "a hash of 31 bytes", receipt = Header + "a119018ca120815825" + "83020081581f" + new string('0', 62) + "f65840" + new string('0', 128) },
            new { name = "a number longer than need be", receipt = Change("830b07", "830b1807").Replace("a12081588c", "a12081588d", StringComparison.Ordinal) },
        }, .. Strict.Refused()],
        not_proved_entries = Strict.NotProvedEntries().ToArray(),
        refused_entries = Strict.RefusedEntries().ToArray(),
    };

    private static string Of(ulong index, ulong size) => VectorFile.Hex(Log.Inclusion(index, size).ToBytes());

    private static string Root(ulong size) => VectorFile.Hex(Log.Root(size).Bytes);

    /// <summary>All before the unprotected header, for a tree of two leaves.</summary>
    private static string Header => Of(0, 2).Split("a119018c")[0];

    private static string Change(string from, string to)
    {
        var receipt = Of(7, 11);
        return receipt.Contains(from, StringComparison.Ordinal) ? receipt.Replace(from, to, StringComparison.Ordinal) : throw new InvalidOperationException($"{from} is not in {receipt}");
    }
}
