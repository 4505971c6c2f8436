using Edge.Fuzz.Seeds;
using Edge.Ledger.Cbor;
using Edge.Ledger.Entries;

namespace Edge.Fuzz.Targets;

/// <summary>CBOR, and the entries of a log written in it.</summary>
internal static class CborTargets
{
    private const int SaltAt = 4;

    private static readonly byte[][] Entries = VectorSeeds.Hex(VectorSeeds.Entries, "entries.bytes");

    /// <summary>Entries of kinds that are not known yet, with everything in them that CBOR allows.</summary>
    private static readonly byte[][] Unknown =
    [
        .. VectorSeeds.Hex(VectorSeeds.Entries, "unknown.bytes"),
        Convert.FromHexString("8801186350" + new string('0', 32) + "a3000120410a616143ffffff" + "84f4f5f6f93c00" + "fb3ff199999999999a" + "3903e7" + "818181818181818181818100"),
        Convert.FromHexString("84021bffffffffffffffff50" + new string('0', 32) + "a26161a0616281a101fa47c35000"),
    ];

    public static IEnumerable<FuzzTarget> All =>
    [
        new ParserTarget<byte[]>("cbor", [.. Entries, .. Unknown, .. VectorSeeds.Hex(VectorSeeds.Entries, "refused.bytes")], CborRewriter.Rewrite)
        {
            Mutations = Forms.Cbor(),
            Writer = canonical => canonical,
        },
        .. Enum.GetValues<EntryKind>().Select(k => Entry($"entry-{k.ToString().ToLowerInvariant()}", [.. Entries.Where(e => e[2] == (byte)k)])),
        Entry("entry-unknown", [.. Unknown, .. VectorSeeds.Hex(VectorSeeds.Entries, "refused.bytes")]),
    ];

    private static ParserTarget<Entry> Entry(string name, byte[][] seeds) => new(name, seeds, b => Edge.Ledger.Entries.Entry.Decode(b))
    {
        Mutations = Forms.Cbor(),
        // A list of empty names: a string of no bytes is one byte of input and one reference.
        Allocation = new AllocationBound(16, 8 * 1024),
        WriterWithInput = (entry, input) => entry is UnknownEntry ? CborRewriter.Rewrite(input) : entry.Encode(input.Slice(SaltAt, Salt.Size)),
        Description = Shape,
        Judge = entry => entry is UnknownEntry unknown && unknown.Version == 1 && Enum.IsDefined(unknown.Kind) ? "a known kind was read as unknown" : null,
    };

    private static string Shape(Entry entry) => entry switch
    {
        ReadingEntry r => $"reading {r.Value is null} {r.Raw is null} {r.Wall is null} {r.Quality}",
        SealEntry s => $"seal {s.Wall is null} {s.Beacon is null}",
        GapEntry g => $"gap {g.Channels.Count} {g.From is null} {g.To is null}",
        ClockEntry c => $"clock {c.Before is null} {c.After is null}",
        _ => $"{entry.GetType().Name} {entry.Kind}",
    };
}
