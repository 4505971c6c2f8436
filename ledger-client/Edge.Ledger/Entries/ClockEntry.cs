using Edge.Ledger.Cbor;

namespace Edge.Ledger.Entries;

/// <summary>What the clock turned out to be: [monotonic ns, wall before, wall after, clock source]. Readings keep what they said; display time is recomputed.</summary>
public sealed record ClockEntry(ulong Monotonic, WallTime? Before, WallTime? After, ClockSource Clock) : Entry
{
    public override EntryKind Kind => EntryKind.Clock;

    private protected override int ItemCount => 4;

    private protected override void WriteItems(ref CborWriter writer)
    {
        writer.Unsigned(Monotonic);
        WallTime.Write(ref writer, Before);
        WallTime.Write(ref writer, After);
        writer.Unsigned((byte)Clock);
    }

    internal static ClockEntry Read(ref CborReader reader) => new(
        reader.Unsigned(), WallTime.Read(ref reader), WallTime.Read(ref reader), (ClockSource)reader.Unsigned(byte.MaxValue, "the clock source"));
}
