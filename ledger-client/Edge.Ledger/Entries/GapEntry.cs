using Edge.Ledger.Cbor;

namespace Edge.Ledger.Entries;

/// <summary>Readings that do not exist: [channels, from, to, why, detail].</summary>
/// <param name="Channels">Empty: all channels.</param>
/// <param name="From">Null when not known.</param>
/// <param name="To">Null when not known.</param>
/// <param name="Detail">For people.</param>
public sealed record GapEntry(IReadOnlyList<string> Channels, WallTime? From, WallTime? To, GapReason Why, string Detail) : Entry
{
    public override EntryKind Kind => EntryKind.Gap;

    private protected override int ItemCount => 5;

    private protected override void WriteItems(ref CborWriter writer)
    {
        writer.Array(Channels.Count);
        foreach (var channel in Channels)
            writer.Text(channel);
        WallTime.Write(ref writer, From);
        WallTime.Write(ref writer, To);
        writer.Unsigned((byte)Why);
        writer.Text(Detail);
    }

    internal static GapEntry Read(ref CborReader reader) => new(
        GapChannels.Read(ref reader), WallTime.Read(ref reader), WallTime.Read(ref reader), (GapReason)reader.Unsigned(byte.MaxValue, "the reason"), reader.Text());
}
