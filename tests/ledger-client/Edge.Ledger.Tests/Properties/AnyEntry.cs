using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using FsCheck;
using FsCheck.Fluent;

namespace Edge.Ledger.Tests.Properties;

/// <summary>Generated entries of every kind, with values at their limits more often than chance would have them.</summary>
internal static class AnyEntry
{
    /// <summary>RFC 8428 section 4.5.3: a time below 2^28 counts from now, so that no record of a synchronised clock is below it.</summary>
    private const double FirstAbsolute = 268_435_456;

    private static readonly Gen<double> Value = Gen.OneOf(
        Gen.Elements(0.0, -0.0, 1, -1, 7.21, 65_504, 65_505, 5.960464477539063e-8, 3.4028234663852886e38, double.Epsilon, double.MaxValue, double.MinValue),
        from bits in Bits() select double.IsFinite(BitConverter.UInt64BitsToDouble(bits)) ? BitConverter.UInt64BitsToDouble(bits) : 0.1,
        from number in Gen.Choose(-100_000, 100_000) select number / 100.0,
        from bits in Gen.Choose(0, 0x7BFF) select (double)BitConverter.UInt16BitsToHalf((ushort)bits));

    private static readonly Gen<ulong> Number = Gen.OneOf(Bits(), Gen.Elements<ulong>(0, 23, 24, 255, 256, 65_535, 65_536, uint.MaxValue, 1UL << 32, long.MaxValue, ulong.MaxValue));

    private static readonly Gen<char> Letter = Gen.Elements('a', 'Z', '9', '.', '-', '_', ' ', '"', '\\', '\n', '\0', 'é', '水', '\u2028');

    private static readonly Gen<string> Text = Gen.OneOf(
        from letters in Letter.ListOf() select string.Concat(letters.Take(60)),
        from letter in Gen.Elements("", "💧", "{\"slope\":0.98}", "智慧水务", new string('x', 300)) select letter);

    private static readonly Gen<string> Name = from first in Gen.Elements('a', 'm', '7') from rest in Letter.ListOf() select string.Concat(rest.Take(20).Prepend(first));

    private static readonly Gen<WallTime?> Wall = Gen.Frequency(
        (1, Gen.Constant<WallTime?>(null)),
        (4, from whole in Gen.Choose(0, int.MaxValue) from part in Gen.Choose(0, 999) from uncertainty in Number select (WallTime?)new WallTime(FirstAbsolute + whole + (part / 1000.0), (uint)uncertainty)));

    private static readonly Gen<Hash32> Hash = from number in Number select TreeHasher.Sha256.Hash(BitConverter.GetBytes(number));

    private static readonly Gen<ClockSource> Clock = from number in Gen.Choose(0, 255) select (ClockSource)number;

    private static readonly Gen<Beacon?> Beacon = Gen.Frequency((1, Gen.Constant<Beacon?>(null)), (3, from height in Number from hash in Hash select (Beacon?)new Beacon(height, hash)));

    public static Gen<ReadingEntry> Reading { get; } =
        from channel in Name
        from unit in Name
        from value in Gen.Frequency((1, Gen.Constant<double?>(null)), (5, from v in Value select (double?)v))
        from raw in Gen.Frequency((1, Gen.Constant<long?>(null)), (4, from bits in Number select (long?)unchecked((long)bits)))
        from quality in Gen.Elements(Enum.GetValues<Quality>())
        from reason in Gen.Choose(0, 255)
        from monotonic in Number
        from wall in Wall
        from context in Hash
        select new ReadingEntry(channel, unit, value, raw, quality, (Reason)reason, monotonic, wall, context);

    public static Gen<Entry> OfAnyKind { get; } = Gen.OneOf(
        from reading in Reading select (Entry)reading,
        from first in Number from last in Number from a in Number from b in Number from wall in Wall from clock in Clock from beacon in Beacon from previous in Hash
        select (Entry)new SealEntry(first, last, new QualityCounts(a, b, first, last), a, b, wall, clock, beacon, previous),
        from channels in Text.ListOf() from start in Wall from end in Wall from why in Gen.Choose(0, 255) from detail in Text
        select (Entry)new GapEntry([.. channels.Take(9)], start, end, (GapReason)why, detail),
        from a in Bits() from b in Bits() from monotonic in Number from wall in Wall from clock in Clock from software in Text from key in Text
        select (Entry)new BootEntry(new Guid([.. BitConverter.GetBytes(a), .. BitConverter.GetBytes(b)]), monotonic, wall, clock, software, key),
        from monotonic in Number from before in Wall from after in Wall from clock in Clock select (Entry)new ClockEntry(monotonic, before, after, clock),
        from channel in Text from definition in Text from file in Hash from who in Text select (Entry)new ConfigurationEntry(channel, definition, file, who),
        from channel in Text from date in Text from certificate in Text from who in Text from coefficients in Text
        select (Entry)new CalibrationEntry(channel, date, certificate, who, coefficients),
        from kind in Gen.Choose((int)EntryKind.Maintenance, (int)EntryKind.Software) from monotonic in Number from wall in Wall from subject in Text from text in Text from who in Text
        select (Entry)new EventEntry((EntryKind)kind, monotonic, wall, subject, text, who));

    public static Gen<byte[]> Salt { get; } = from a in Bits() from b in Bits() select (byte[])[.. BitConverter.GetBytes(a), .. BitConverter.GetBytes(b)];

    private static Gen<ulong> Bits() => from a in Gen.Choose(int.MinValue, int.MaxValue) from b in Gen.Choose(int.MinValue, int.MaxValue) select (ulong)(uint)a << 32 | (uint)b;
}
