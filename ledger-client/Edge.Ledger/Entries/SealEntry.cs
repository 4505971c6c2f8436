using Edge.Ledger.Cbor;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Entries;

/// <summary>Closes a batch: [first, last, counts, from ns, to ns, wall, clock source, beacon, previous seal].</summary>
/// <param name="First">Index of the batch's first entry.</param>
/// <param name="Last">Index of the batch's last entry before this seal.</param>
/// <param name="From">Monotonic ns of the first reading; equals <paramref name="To"/> when the batch has none.</param>
/// <param name="To">Monotonic ns of the seal itself.</param>
/// <param name="Beacon">Newest city block seen; null while there was none.</param>
/// <param name="Previous">Leaf hash of the seal before this one; zeros for the first.</param>
public sealed record SealEntry(
    ulong First, ulong Last, QualityCounts Counts, ulong From, ulong To, WallTime? Wall, ClockSource Clock, Beacon? Beacon, Hash32 Previous) : Entry
{
    public override EntryKind Kind => EntryKind.Seal;

    private protected override int ItemCount => 9;

    private protected override void WriteItems(ref CborWriter writer)
    {
        writer.Unsigned(First);
        writer.Unsigned(Last);
        QualityCounts.Write(ref writer, Counts);
        writer.Unsigned(From);
        writer.Unsigned(To);
        WallTime.Write(ref writer, Wall);
        writer.Unsigned((byte)Clock);
        Entries.Beacon.Write(ref writer, Beacon);
        writer.Hash(Previous);
    }

    internal static SealEntry Read(ref CborReader reader) => new(
        reader.Unsigned(), reader.Unsigned(), QualityCounts.Read(ref reader), reader.Unsigned(), reader.Unsigned(), WallTime.Read(ref reader),
        (ClockSource)reader.Unsigned(byte.MaxValue, "the clock source"), Entries.Beacon.Read(ref reader), new Hash32(reader.Bytes(Hash32.Size)));
}
