using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Tests.Entries;

public sealed class EntryTests
{
    private static readonly byte[] Salt16 = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];
    private static readonly Hash32 Some = TreeHasher.Sha256.Leaf([1]);
    private static readonly WallTime Now = new(1_795_000_000.25, 12);

    private static readonly ReadingEntry Usual = new("tap3.ph", "pH", 7.21, 7210, Quality.Good, Reason.None, 123_456_789, Now, Some);

    public static TheoryData<Entry> Kinds() =>
    [
        Usual,
        new ReadingEntry("main.pressure", "bar", null, -3, Quality.Bad, Reason.LoopLow, 1, null, Some),
        new ReadingEntry("main.pressure", "bar", 1.25, null, Quality.Uncertain, Reason.LoopOverrange, 1, null, Some),
        new SealEntry(3, 9, new QualityCounts(4, 1, 2, 1), 10, 20, Now, ClockSource.Kernel, new Beacon(7, Some), Some),
        new SealEntry(0, 0, default, 10, 20, null, ClockSource.None, null, default),
        new GapEntry(["a", "b"], Now, null, GapReason.Overrun, "bus busy"),
        new BootEntry(Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), 5, Now, ClockSource.Configured, "edge 0.1.0", "k"),
        new ClockEntry(9, null, Now, ClockSource.Kernel),
        new ConfigurationEntry("tap3.ph", "{\"driver\":\"ezo-ph\"}", Some, "technician"),
        new CalibrationEntry("tap3.ph", "2026-11-01", "C-17", "lab", "{}"),
        new EventEntry(EntryKind.Alarm, 5, Now, "tap3.ph", "above 8.5", "gateway"),
        new EventEntry(EntryKind.Tamper, 5, null, "door", "open", ""),
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_survives_its_encoding(Entry entry)
    {
        var bytes = Encode(entry);
        var again = Entry.Decode(bytes);
        Assert.Equal(entry.GetType(), again.GetType());
        Assert.Equal(bytes, Encode(again));
        Assert.Equal(entry.Kind, again.Kind);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_byte_can_be_dropped_or_added(Entry entry)
    {
        var bytes = Encode(entry);
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<MalformedException>(() => Entry.Decode(bytes.AsSpan(0, length)));
        Assert.Throws<MalformedException>(() => Entry.Decode([.. bytes, 0]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_flipped_bit_is_refused_or_decodes_to_what_encodes_to_the_same_bytes(Entry entry)
    {
        var bytes = Encode(entry);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var flipped = (byte[])bytes.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Entry decoded;
            try
            {
                decoded = Entry.Decode(flipped);
            }
            catch (MalformedException)
            {
                continue;
            }

            if (decoded is not UnknownEntry)
                Assert.Equal(flipped, decoded.Encode(SaltOf(flipped)));
        }
    }

    [Fact]
    public void The_SenML_record_of_a_reading_is_a_map_of_RFC_8428_labels()
    {
        var bytes = Encode(Usual);
        // {0: "tap3.ph", 1: "pH", 2: 7.21, 6: 1795000000.25} after the head [1, 0, salt].
        var record = "a400" + "67" + Convert.ToHexStringLower("tap3.ph"u8) + "01" + "62" + Convert.ToHexStringLower("pH"u8)
            + "02fb401cd70a3d70a3d7" + "06fb41dabf61b0100000";
        Assert.Equal(record, Convert.ToHexStringLower(bytes.AsSpan(20, record.Length / 2)));
    }

    [Fact]
    public void A_reading_of_usual_names_takes_about_110_bytes() => Assert.InRange(Encode(Usual).Length, 90, 125);

    [Fact]
    public void A_kind_or_version_of_the_future_is_unknown_and_not_an_error()
    {
        byte[] kind99 = [0x84, 0x01, 0x18, 99, 0x50, .. Salt16, 0x00];
        Assert.Equal(new UnknownEntry(1, 99), Entry.Decode(kind99));
        byte[] version2 = [0x83, 0x02, 0x00, 0x50, .. Salt16];
        Assert.Equal(new UnknownEntry(2, 0), Entry.Decode(version2));
        byte[] huge = [0x83, 0x01, 0x1B, 0x80, 0, 0, 0, 0, 0, 0, 0, 0x50, .. Salt16];
        Assert.IsType<UnknownEntry>(Entry.Decode(huge));
    }

    [Fact]
    public void Salts_differ_by_index_and_by_secret()
    {
        var salts = new HashSet<string>();
        Span<byte> salt = stackalloc byte[Salt.Size];
        foreach (var secret in new byte[][] { [1], [2] })
        {
            for (ulong i = 0; i < 100; i++)
            {
                Salt.Derive(secret, i, salt);
                salts.Add(Convert.ToHexString(salt));
            }
        }

        Assert.Equal(200, salts.Count);
    }

    private static byte[] Encode(Entry entry) => entry.Encode(Salt16);

    private static byte[] SaltOf(byte[] entry) => entry[4..20];
}
