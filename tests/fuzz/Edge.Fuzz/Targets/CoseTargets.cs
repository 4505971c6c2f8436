using Edge.Fuzz.Seeds;
using Edge.Ledger;
using Edge.Ledger.Cose;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Fuzz.Targets;

/// <summary>COSE receipts and signed entries.</summary>
internal static class CoseTargets
{
    private static readonly byte[][] Receipts =
        [.. VectorSeeds.Hex(VectorSeeds.Cose, "inclusion.receipt"), .. VectorSeeds.Hex(VectorSeeds.Cose, "consistency.receipt"), .. VectorSeeds.Hex(VectorSeeds.Cose, "refused.receipt")];

    private static readonly byte[][] SignedEntries = VectorSeeds.Hex(VectorSeeds.Cose, "signed_entries.file");
    private static readonly VerifierKey Log = VerifierKey.Parse(VectorSeeds.Cose.GetProperty("vkey").GetString()!);
    private static readonly HashSet<string> Truth = [.. Facts("inclusion", "index", "entry"), .. Facts("signed_entries", "index", "entry"), .. Facts("consistency", "old", "old_root")];

    /// <summary>Entries and earlier roots to try a receipt with.</summary>
    private static readonly byte[][] Known = [.. Truth.Select(f => Convert.FromHexString(f.Split(' ')[2])).DistinctBy(Convert.ToHexString)];

    public static IEnumerable<FuzzTarget> All =>
    [
        new ParserTarget<CoseReceipt>("cose-receipt", Receipts, b => CoseReceipt.Parse(b))
        {
            Mutations = Forms.Cbor(),
            Writer = receipt => receipt.ToBytes(),
            Description = receipt => $"{receipt.GetType().Name} {receipt.Algorithm} {receipt.Path.Count}",
        },
        new ParserTarget<SignedEntry>("cose-signed-entry", SignedEntries, b => SignedEntry.Parse(b))
        {
            Mutations = Forms.Cbor(),
            Writer = entry => entry.ToBytes(),
            Description = entry => $"{entry.Receipt.Algorithm} {entry.Receipt.Path.Count}",
        },
        new ParserTarget<string>("cose-forged", [.. Receipts, .. SignedEntries], Prove)
        {
            Mutations = Forms.Cbor(),
            Description = proved => proved,
            Judge = proved => Truth.Contains(proved) ? null : $"proved what the log did not sign: {proved}",
            Cost = 40,
        },
    ];

    /// <summary>What the receipt or signed entry proves by the log's key, about one of the entries or roots that are known.</summary>
    private static string Prove(ReadOnlySpan<byte> bytes)
    {
        if (SignedEntry.IsSignedEntry(bytes))
        {
            var signed = SignedEntry.Parse(bytes);
            return signed.Verify(Log, out var root) ? Fact(signed.Receipt.Index, signed.Receipt.TreeSize, signed.Entry.Span, root) : throw new MalformedException("not proved");
        }

        var receipt = CoseReceipt.Parse(bytes);
        foreach (var known in Known)
        {
            if (receipt is InclusionReceipt inclusion && inclusion.Verify(Log, known, out var root))
                return Fact(inclusion.Index, inclusion.TreeSize, known, root);
            if (receipt is ConsistencyReceipt consistency && known.Length == Hash32.Size && consistency.Verify(Log, new Hash32(known), out root))
                return Fact(consistency.OldSize, consistency.TreeSize, known, root);
        }

        throw new MalformedException("not proved");
    }

    private static string Fact(ulong place, ulong size, ReadOnlySpan<byte> about, Hash32 root) => $"{place} {size} {Convert.ToHexStringLower(about)} {Convert.ToHexStringLower(root.Bytes)}";

    private static IEnumerable<string> Facts(string group, string place, string about) =>
        VectorSeeds.Cose.GetProperty(group).EnumerateArray().Select(v => $"{v.GetProperty(place)} {v.GetProperty("size")} {v.GetProperty(about)} {v.GetProperty("root")}");
}
