using Edge.Ledger.Cbor;

namespace Edge.Ledger.Entries;

/// <summary>Something that can change the meaning of readings or needs a person: [monotonic ns, wall, subject, text, who].</summary>
/// <param name="Event">Maintenance, Tamper, Alarm, KeyRotation or Software.</param>
/// <param name="Subject">The channel, key or part it is about.</param>
public sealed record EventEntry(EntryKind Event, ulong Monotonic, WallTime? Wall, string Subject, string Text, string Who) : Entry
{
    public override EntryKind Kind => Event;

    private protected override int ItemCount => 5;

    private protected override void WriteItems(ref CborWriter writer)
    {
        writer.Unsigned(Monotonic);
        WallTime.Write(ref writer, Wall);
        writer.Text(Subject);
        writer.Text(Text);
        writer.Text(Who);
    }

    internal static EventEntry Read(ref CborReader reader, EntryKind kind) =>
        new(kind, reader.Unsigned(), WallTime.Read(ref reader), reader.Text(), reader.Text(), reader.Text());
}
