using System.Buffers;
using Edge.Ledger.Cbor;

namespace Edge.Ledger.Entries;

/// <summary>One record of a gateway's log. Encoded as deterministic CBOR: [1, kind, salt, ...]; see SPEC.md, Entries.</summary>
public abstract record Entry
{
    /// <summary>Most bytes one entry can take.</summary>
    public const int MaxSize = 60 * 1024;

    public abstract EntryKind Kind { get; }

    /// <summary>Items after version, kind and salt.</summary>
    private protected abstract int ItemCount { get; }

    /// <param name="salt">16 bytes; see <see cref="Salt"/>.</param>
    public virtual byte[] Encode(ReadOnlySpan<byte> salt)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MaxSize + 4096);
        var writer = new CborWriter(buffer);
        EntryForm.Head(ref writer, Kind, ItemCount, salt);
        WriteItems(ref writer);
        var bytes = buffer[..writer.Length];
        ArrayPool<byte>.Shared.Return(buffer);
        return bytes.Length <= MaxSize ? bytes : throw new InvalidOperationException($"An entry takes at most {MaxSize} bytes, this one {bytes.Length}.");
    }

    /// <summary>Reads exactly the canonical form. Kinds and versions made after this software come back as <see cref="UnknownEntry"/>.</summary>
    /// <exception cref="MalformedException">Not an entry, or not in canonical form.</exception>
    public static Entry Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxSize)
            throw new MalformedException($"entry: {bytes.Length} bytes; at most {MaxSize} are accepted");
        var reader = new CborReader(bytes);
        var items = reader.Array() - EntryForm.HeadItems;
        if (items < 0)
            throw reader.Wrong("an entry has at least version, kind and salt");
        var version = reader.Unsigned();
        var kind = reader.Unsigned();
        reader.Bytes(Salt.Size);
        var entry = version == EntryForm.Version ? Body(ref reader, kind) : null;
        if (entry is null)
        {
            var whole = new CborReader(bytes);
            whole.Item();
            whole.End();
            return new UnknownEntry(version, kind);
        }

        reader.End();
        return entry.ItemCount == items ? entry : throw new MalformedException($"entry of kind {kind}: {items} items, {entry.ItemCount} are needed");
    }

    private protected abstract void WriteItems(ref CborWriter writer);

    private static Entry? Body(ref CborReader reader, ulong kind) => (EntryKind)Math.Min(kind, int.MaxValue) switch
    {
        EntryKind.Reading => ReadingEntry.Read(ref reader),
        EntryKind.Seal => SealEntry.Read(ref reader),
        EntryKind.Gap => GapEntry.Read(ref reader),
        EntryKind.Boot => BootEntry.Read(ref reader),
        EntryKind.Clock => ClockEntry.Read(ref reader),
        EntryKind.Configuration => ConfigurationEntry.Read(ref reader),
        EntryKind.Calibration => CalibrationEntry.Read(ref reader),
        EntryKind.Maintenance or EntryKind.Tamper or EntryKind.Alarm or EntryKind.KeyRotation or EntryKind.Software =>
            EventEntry.Read(ref reader, (EntryKind)kind),
        _ => null,
    };
}
