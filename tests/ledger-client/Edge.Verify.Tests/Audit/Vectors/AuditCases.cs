using Edge.Bench.Audit;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Tests;
using Edge.Ledger.Tiles;

namespace Edge.Verify.Tests.Audit.Vectors;

/// <summary>Folders for every code that an audit knows.</summary>
internal static class AuditCases
{
    private static readonly TestKeys Keys = VectorLog.Keys;
    private static readonly string Logs = $"log {Keys.Gateway.Verifier}\nlog {Keys.City.Verifier}\n";
    private static readonly string Witnesses = string.Concat(Keys.Departments.Select(d => $"witness {d.Name.Split('.')[0]} {d.Verifier}\n"));

    private static readonly VectorLog Plain = VectorLog.Of("of one bundle, sealed twice", day =>
    {
        Begin(day);
        day.Reading();
        day.Reading(Quality.Uncertain);
        day.ClockCorrection();
        day.Append(new GapEntry(["main.pressure.1"], null, null, GapReason.Overrun, ""));
        day.Boot("");
        day.Reading(Quality.Bad, absent: true);
        day.Seal();
    });

    private static readonly VectorLog Wide = VectorLog.Of("of a full bundle and a partial one", day =>
    {
        day.Boot("");
        for (var i = 0; i < 252; i++)
            day.Append(new GapEntry([], null, null, GapReason.PoweredOff, ""));
        day.Seal();
        day.Reading();
        day.Reading();
        day.Seal();
    });

    private static readonly VectorLog Damaged = VectorLog.Of("that tells of entries lost to damage", day =>
    {
        day.Boot("");
        day.Reading();
        day.Seal();
        for (var i = 0; i < 252; i++)
            day.Append(new GapEntry([], null, null, GapReason.PoweredOff, ""));
        day.Reading();
        Tell(day, GapReason.StoreDamaged, new LostEntries(100, 249).Detail());
        Tell(day, GapReason.StoreDamaged, new LostEntries(5, 106).Detail(mayBeUnwritten: true));
        Tell(day, GapReason.StoreDamaged, new LostEntries(251, 251).Detail());
        Tell(day, GapReason.StoreDamaged, new LostEntries(252, 254).Detail().Replace("252", "0252", StringComparison.Ordinal));
        Tell(day, GapReason.StoreDamaged, new LostEntries(252, 264).Detail());
        Tell(day, GapReason.Evicted, new LostEntries(252, 254).Detail());
        day.Seal();
    });

    private static readonly VectorLog[] Contradicting =
    [
        Wrong("a reading that names another context", day => day.Reading(context: TreeHasher.Sha256.EmptyRoot)),
        Wrong("a configuration that the reading after it does not name", day =>
        {
            day.Append(new ConfigurationEntry("main.pressure.1", "{}", TreeHasher.Sha256.EmptyRoot, ""));
            day.Reading();
        }),
        VectorLog.Of("a reading before any start", day =>
        {
            day.Reading();
            day.Seal();
        }),
        Wrong("an entry that is not in canonical form", day => day.Append([0x83, 0x01, 0x18, 0x02, 0x50, .. new byte[16]])),
        Wrong("an entry of no bytes", day => day.Append([])),
        Wrong("a seal that counts other readings", day => day.BatchCounts = new QualityCounts(2, 0, 0, 0)),
        Wrong("a seal over another range", day => day.BatchFirst++),
        Wrong("a seal that does not name the one before", day => day.LastSeal = TreeHasher.Sha256.EmptyRoot),
        VectorLog.Of("that ends within a batch", day =>
        {
            Begin(day);
            day.Reading();
        }),
        Wrong("an entry of a later kind, and one of a later version", day =>
        {
            day.Append([0x83, 0x01, 0x18, 0x63, 0x50, .. new byte[16]]);
            day.Append([0x84, 0x02, 0x00, 0x50, .. new byte[16], 0xf6]);
        }),
    ];

    public static readonly string[] Policies =
    [
        $"{Logs}{Witnesses}quorum water\n",
        $"{Logs}quorum none\n",
        $"log {Keys.City.Verifier}\n{Witnesses}quorum water\n",
    ];

    public static readonly VectorLog[] AllLogs = [Plain, Wide, .. Contradicting, Damaged];

    public static readonly AuditCase[] All =
    [
        new("whole", Plain, 0),
        new("whole, of two bundles", Wide, 0),
        new("a policy that asks for nobody", Plain, 1),
        new("a gateway that the policy does not know", Plain, 2),
        .. Notes(),
        new("the root of another log", Plain, 0, Signed(Plain.Checkpoint with { Root = TreeHasher.Sha256.EmptyRoot })),
        .. OfPlain(),
        .. OfWide(),
        .. Told(),
        .. Contradicting.Select(log => new AuditCase(log.Name, log, 0)),
        .. Remains(),
        new("no checkpoint", Plain, 0, FileChange.Gone("checkpoint")),
        new("a checkpoint that is none", Plain, 0, new FileChange("checkpoint", File: "nonsense\n"u8.ToArray())),
    ];

    private static IEnumerable<AuditCase> Notes()
    {
        var checkpoint = Plain.Checkpoint;
        yield return new("the city's own log", Plain, 0, new FileChange("checkpoint", File: Keys.Cosigned(checkpoint with { Origin = "city.example" }, Keys.City, VectorLog.Time, 0).ToBytes()));
        yield return new("not signed by the gateway", Plain, 0, new FileChange("checkpoint", File: Keys.Cosigned(checkpoint, new TestKeys(100).Gateway, VectorLog.Time, 0).ToBytes()));
        yield return new("the gateway's signature of another checkpoint", Plain, 0, Mixed(checkpoint, 0));
        yield return new("a department's cosignature of another checkpoint", Plain, 0, Mixed(checkpoint, 1));
        yield return new("a department that is not the one asked for", Plain, 0, new FileChange("checkpoint", File: Keys.Cosigned(checkpoint, Keys.Gateway, VectorLog.Time, 1).ToBytes()));
    }

    private static IEnumerable<AuditCase> OfPlain()
    {
        var (tile, bundle) = ("tile/0/000.p/13", "tile/entries/000.p/13");
        yield return new("a partial tile is gone, and made anew", Plain, 0, FileChange.Gone(tile));
        yield return new("one bit of a partial tile", Plain, 0, FileChange.Flip(Plain, tile, 40));
        yield return new("a partial tile that is too short", Plain, 0, new FileChange(tile, Length: Plain.Files[tile].Length - 1));
        yield return new("a partial tile that is too long", Plain, 0, FileChange.Append(Plain, tile, 0));
        yield return new("the last bundle is gone", Plain, 0, FileChange.Gone(bundle));
        yield return new("a bundle that is too long", Plain, 0, FileChange.Append(Plain, bundle, 0, 0));
        yield return new("a bundle that is too short", Plain, 0, new FileChange(bundle, Length: Plain.Files[bundle].Length - 2));
        yield return new("one bit of the first entry", Plain, 0, FileChange.Flip(Plain, bundle, 10));
        yield return new("one bit of the last entry", Plain, 0, FileChange.Flip(Plain, bundle, Plain.Files[bundle].Length - 1));
        yield return new("a tile and its bundle are gone", Plain, 0, FileChange.Gone(tile), FileChange.Gone(bundle));
        yield return new("files that are not of the tree", Plain, 0, new FileChange("tile/0/001.p/1", File: [0]), new FileChange("tile/notes.txt", File: [0]), new FileChange("notes.txt", File: [0]));
    }

    private static IEnumerable<AuditCase> OfWide()
    {
        yield return new("the first bundle was removed", Wide, 0, FileChange.Gone("tile/entries/000"));
        yield return new("a full tile is gone, and made anew", Wide, 0, FileChange.Gone("tile/0/000"));
        yield return new("one bit of a full tile", Wide, 0, FileChange.Flip(Wide, "tile/0/000", 8191));
        yield return new("one bit of a tile of level 1", Wide, 0, FileChange.Flip(Wide, "tile/1/000.p/1", 0));
        yield return new("a full tile and its bundle are gone", Wide, 0, FileChange.Gone("tile/0/000"), FileChange.Gone("tile/entries/000"));
        yield return new("one bit of a full tile, and of an entry under it", Wide, 0, FileChange.Flip(Wide, "tile/0/000", 0), FileChange.Flip(Wide, "tile/entries/000", 10));
        yield return new("entries in two places", Wide, 0, FileChange.Flip(Wide, "tile/entries/000", 10), FileChange.Flip(Wide, "tile/entries/001.p/3", 30));
    }

    /// <summary>The first bundle is not there, and a file tells what is in force after it.</summary>
    private static IEnumerable<AuditCase> Told()
    {
        byte[][] first = [.. Entries(Wide.Files["tile/entries/000"])];
        byte[][] inForce = [.. first[..3], first[^1]];
        yield return Pruned("what is in force is told", ContextsFile.Write(inForce));
        yield return Pruned("what is in force is told without its calibration", ContextsFile.Write([.. first[..2], first[^1]]));
        yield return Pruned("what is in force is told in a file that ends within an entry", ContextsFile.Write(inForce)[..^1]);
        yield return Pruned("what is in force is told in a file of a later version", [.. "edge-contexts/v2\n"u8, .. ContextsFile.Write(inForce).AsSpan(17)]);
        yield return Pruned("what is told is no entry", ContextsFile.Write([.. inForce, [1]]));
        yield return new("a file that tells what is in force, beside a whole log", Wide, 0, new FileChange(ContextsFile.Name, File: ContextsFile.Write([first[0]])));
    }

    /// <summary>The first bundle is not there, and a file has what is left of it.</summary>
    private static IEnumerable<AuditCase> Remains()
    {
        static bool Told(int place) => place is >= 5 and <= 249 or 251;
        var lost = Left(Told);
        yield return Remaining("all that is not there is told to be lost", lost);
        yield return Remaining("one entry after those that are told to be lost is not there either", Left(place => Told(place) || place == 252));
        yield return Remaining("its beginning is not there, told to be lost or not", Left(place => place < 3 || Told(place)));
        yield return Remaining("one bit of its first entry", [.. lost[..30], (byte)(lost[30] ^ 1), .. lost[31..]]);
        yield return Remaining("two entries in each other's places", Swapped());
        yield return Remaining("a file of a later version", [.. "edge-remains/v2\n"u8, .. lost[16..]]);
        yield return Remaining("a file of no entries", lost[..16]);
        yield return Remaining("a file that ends within an entry", lost[..^1]);
        yield return Remaining("a file that is not ascending", [.. lost, .. lost[16..]]);
        yield return new("what is left of a bundle that is there, of one that is beyond the log, and under another name", Damaged, 0,
            new FileChange("tile/remains/000", File: lost), new FileChange("tile/remains/002", File: lost), new FileChange("tile/remains/001.p/9", File: lost));
        yield return new("what is left of the last bundle, and an entry beyond it", Damaged, 0, FileChange.Gone("tile/entries/001.p/9"),
            new FileChange("tile/remains/001", File: RemainsFile.Write(Entries(Damaged.Files["tile/entries/001.p/9"]).Append([1]).Index().Where(e => e.Index != 5).ToDictionary(e => e.Index, e => e.Item))));
    }

    private static byte[] Left(Func<int, bool> isLost) =>
        RemainsFile.Write(Entries(Damaged.Files["tile/entries/000"]).Index().Where(e => !isLost(e.Index)).ToDictionary(e => e.Index, e => e.Item));

    private static byte[] Swapped()
    {
        var entries = Entries(Damaged.Files["tile/entries/000"]).Index().Where(e => e.Index > 251).ToDictionary(e => e.Index, e => e.Item);
        (entries[253], entries[254]) = (entries[254], entries[253]);
        return RemainsFile.Write(entries);
    }

    private static AuditCase Remaining(string name, byte[] remains) =>
        new($"what is left of the first bundle: {name}", Damaged, 0, FileChange.Gone("tile/entries/000"), new FileChange("tile/remains/000", File: remains));

    private static void Tell(GatewayDay day, GapReason why, string detail) => day.Append(new GapEntry([], null, null, why, detail));

    private static AuditCase Pruned(string name, byte[] contexts) =>
        new($"the first bundle was removed; {name}", Wide, 0, FileChange.Gone("tile/entries/000"), new FileChange(ContextsFile.Name, File: contexts));

    private static List<byte[]> Entries(byte[] bundle)
    {
        var entries = new List<byte[]>();
        foreach (var entry in new EntryBundle(bundle))
            entries.Add(entry.ToArray());
        return entries;
    }

    private static VectorLog Wrong(string name, Action<GatewayDay> wrong) => VectorLog.Of(name, day =>
    {
        Begin(day);
        day.Reading();
        wrong(day);
        day.Seal();
        day.Reading();
        day.Seal();
    });

    private static void Begin(GatewayDay day)
    {
        day.Boot("");
        day.Seal();
    }

    private static FileChange Signed(Checkpoint checkpoint) => new("checkpoint", File: VectorLog.Accepted(checkpoint).ToBytes());

    /// <summary>One of the signatures, by its place, is of another checkpoint.</summary>
    private static FileChange Mixed(Checkpoint checkpoint, int place)
    {
        var (right, other) = (VectorLog.Accepted(checkpoint), VectorLog.Accepted(checkpoint with { Size = checkpoint.Size + 1 }));
        return new FileChange("checkpoint", File: new SignedNote(right.Text, [.. right.Signatures.Select((s, i) => i == place ? other.Signatures[i] : s)]).ToBytes());
    }
}
