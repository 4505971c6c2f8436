using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>Entries: bytes and what they mean.</summary>
internal static class EntryVectors
{
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly WallTime Now = new(1_795_133_673.25, 12);
    private static readonly Hash32 Some = TreeHasher.Sha256.Leaf([1]);

    public static object All()
    {
        ulong index = 0;
        return new
        {
            spec = "edge-spec 1",
            about = "Each entry stands at its index of a log whose salts are derived from salt_secret.",
            salt_secret = VectorFile.Hex(Secret),
            entries = Entries().Select(e => Vector(index++, e)).ToArray(),
            contexts = new[] { Context(Some, Some, Some, Some, Some), Context(Some, default, default, default, default) },
            unknown = Unknown().Select(u => new { bytes = u.Hex, version = u.Version, kind = u.Kind }).ToArray(),
            read = StrictEntryVectors.Read.Select(r => new { name = r.Name, bytes = r.Hex }).ToArray(),
            limits = StrictEntryVectors.Limits,
            refused = Refused().Concat(StrictEntryVectors.Refused).Select(r => new { name = r.Name, bytes = r.Hex }).ToArray(),
        };
    }

    private static IEnumerable<Entry> Entries() =>
    [
        new ReadingEntry("tap3.ph", "pH", 7.21, 7210, Quality.Good, Reason.None, 123_456_789, Now, Some),
        new ReadingEntry("main.pressure", "bar", null, -3, Quality.Bad, Reason.LoopLow, 1, null, Some),
        new ReadingEntry("main.pressure", "bar", 1.5, null, Quality.Uncertain, Reason.LoopOverrange, 1, null, Some),
        new SealEntry(3, 9, new QualityCounts(4, 1, 2, 1), 10, 20, Now, ClockSource.Kernel, new Beacon(7, Some), Some),
        new SealEntry(0, 0, default, 10, 20, null, ClockSource.None, null, default),
        new GapEntry(["a", "b"], Now, null, GapReason.Overrun, "bus busy"),
        new GapEntry([], null, null, GapReason.PoweredOff, ""),
        new BootEntry(Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), 5, Now, ClockSource.Configured, "edge 0.1.0", "city.example/gw-1+de7e93ee+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c"),
        new ClockEntry(9, null, Now, ClockSource.Kernel),
        new ConfigurationEntry("tap3.ph", "{\"driver\":\"ezo-ph\"}", Some, "technician Li"),
        new CalibrationEntry("tap3.ph", "2026-11-01", "C-17", "City Metrology", "{\"slope\":0.991}"),
        new EventEntry(EntryKind.Maintenance, 5, Now, "tap3.ph", "electrode cleaned", "technician Li"),
        new EventEntry(EntryKind.Tamper, 5, null, "door", "open", ""),
        new EventEntry(EntryKind.Alarm, 5, Now, "tap3.ph", "above 8.5", "gateway"),
        new EventEntry(EntryKind.KeyRotation, 5, Now, "city.example/gw-1", "new key", "operator"),
        new EventEntry(EntryKind.Software, 5, Now, "edge", "0.1.0 to 0.2.0", "operator"),
    ];

    private static object Vector(ulong index, Entry entry)
    {
        var salt = new byte[Salt.Size];
        Salt.Derive(Secret, index, salt);
        var bytes = entry.Encode(salt);
        return new { index, kind = (int)entry.Kind, name = entry.Kind.ToString(), salt = VectorFile.Hex(salt), fields = Fields(entry), bytes = VectorFile.Hex(bytes), leaf = VectorFile.Hex(TreeHasher.Sha256.Leaf(bytes).Bytes) };
    }

    /// <summary>What an entry says, with the names of SPEC.md; the reader's side of the comparison too.</summary>
    public static object Fields(Entry entry) => entry switch
    {
        ReadingEntry r => new { channel = r.Channel, unit = r.Unit, value = r.Value, time = r.Wall?.Seconds, raw = r.Raw, quality = (int)r.Quality, reason = (int)r.Reason, monotonic_ns = r.Monotonic, uncertainty_ms = r.Wall?.UncertaintyMilliseconds, context = VectorFile.Hex(r.Context.Bytes) },
        SealEntry s => new { first = s.First, last = s.Last, counts = new[] { s.Counts.Good, s.Counts.Uncertain, s.Counts.Bad, s.Counts.Absent }, from_ns = s.From, to_ns = s.To, wall = Wall(s.Wall), clock = (int)s.Clock, beacon = s.Beacon is { } b ? new { height = b.Height, hash = VectorFile.Hex(b.Hash.Bytes) } : null, previous = VectorFile.Hex(s.Previous.Bytes) },
        GapEntry g => new { channels = g.Channels, from = Wall(g.From), to = Wall(g.To), why = (int)g.Why, detail = g.Detail },
        BootEntry b => new { boot_id = VectorFile.Hex(b.BootId.ToByteArray(bigEndian: true)), monotonic_ns = b.Monotonic, wall = Wall(b.Wall), clock = (int)b.Clock, software = b.Software, key = b.Key },
        ClockEntry c => new { monotonic_ns = c.Monotonic, before = Wall(c.Before), after = Wall(c.After), clock = (int)c.Clock },
        ConfigurationEntry c => new { channel = c.Channel, definition = c.Definition, file = VectorFile.Hex(c.File.Bytes), who = c.Who },
        CalibrationEntry c => new { channel = c.Channel, date = c.Date, certificate = c.Certificate, who = c.Who, coefficients = c.Coefficients },
        EventEntry e => new { monotonic_ns = e.Monotonic, wall = Wall(e.Wall), subject = e.Subject, text = e.Text, who = e.Who },
        _ => new { },
    };

    private static object? Wall(WallTime? wall) => wall is { } time ? new { seconds = time.Seconds, uncertainty_ms = time.UncertaintyMilliseconds } : null;

    private static object Context(Hash32 boot, Hash32 configuration, Hash32 calibration, Hash32 clock, Hash32 seal) => new
    {
        boot = VectorFile.Hex(boot.Bytes),
        configuration = VectorFile.Hex(configuration.Bytes),
        calibration = VectorFile.Hex(calibration.Bytes),
        clock = VectorFile.Hex(clock.Bytes),
        seal = VectorFile.Hex(seal.Bytes),
        hash = VectorFile.Hex(new ReadingContext(boot, configuration, calibration, clock, seal).Hash(TreeHasher.Sha256).Bytes),
    };

    /// <summary>An unknown entry with arrays of one within each other.</summary>
    private static string Nested(int arrays) => "8401186350" + new string('0', 32) + string.Concat(Enumerable.Repeat("81", arrays - 1)) + "80";

    private static IEnumerable<(string Hex, int Version, int Kind)> Unknown() =>
    [
        ("8401186350" + new string('0', 32) + "00", 1, 99),
        ("83020050" + new string('0', 32), 2, 0),
        (Nested(15), 1, 99),
        .. StrictEntryVectors.Unknown.Select(hex => (hex, 1, 99)),
    ];

    private static IEnumerable<(string Name, string Hex)> Refused()
    {
        var clock = new ClockEntry(9, null, Now, ClockSource.Kernel).Encode(new byte[16]);
        var hex = VectorFile.Hex(clock);
        var time = hex[hex.IndexOf("fb41", StringComparison.Ordinal)..][..18];
        yield return ("no bytes", "");
        yield return ("a byte too many", hex + "00");
        yield return ("a byte too few", hex[..^2]);
        yield return ("an item too few", "86" + hex[2..^2]);
        yield return ("an item too many", "88" + hex[2..] + "00");
        yield return ("a head not the shortest", "9807" + hex[2..]);
        yield return ("an indefinite array", "9f" + hex[2..] + "ff");
        yield return ("a salt of 15 bytes", hex[..6] + "4f" + hex[10..]);
        yield return ("a float not the shortest", hex.Replace(time, "fb3ff8000000000000", StringComparison.Ordinal));
        yield return ("a time that is not a number", hex.Replace(time, "f97e00", StringComparison.Ordinal));
        yield return ("a negative time", hex.Replace(time, "f9bc00", StringComparison.Ordinal));
        yield return ("a tag", "c0" + hex);
        yield return ("not an array", "00");
        yield return ("invalid UTF-8 in an unknown entry", "8401186350" + new string('0', 32) + "61ff");
        yield return ("nested 17 deep, the entry's array counted", Nested(16));
        yield return ("map keys not ascending in an unknown entry", "8401186350" + new string('0', 32) + "a202000100");
    }
}
