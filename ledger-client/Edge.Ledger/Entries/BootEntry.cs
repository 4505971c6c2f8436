using Edge.Ledger.Cbor;

namespace Edge.Ledger.Entries;

/// <summary>The gateway's service started: [kernel boot id, monotonic ns, wall, clock source, software, public key].</summary>
/// <param name="BootId">16 bytes of /proc/sys/kernel/random/boot_id: monotonic times compare only within one boot.</param>
/// <param name="Software">Name and version.</param>
/// <param name="Key">The gateway's vkey.</param>
public sealed record BootEntry(Guid BootId, ulong Monotonic, WallTime? Wall, ClockSource Clock, string Software, string Key) : Entry
{
    public override EntryKind Kind => EntryKind.Boot;

    private protected override int ItemCount => 6;

    private protected override void WriteItems(ref CborWriter writer)
    {
        Span<byte> id = stackalloc byte[16];
        _ = BootId.TryWriteBytes(id, bigEndian: true, out _);
        writer.Bytes(id);
        writer.Unsigned(Monotonic);
        WallTime.Write(ref writer, Wall);
        writer.Unsigned((byte)Clock);
        writer.Text(Software);
        writer.Text(Key);
    }

    internal static BootEntry Read(ref CborReader reader) => new(
        new Guid(reader.Bytes(16), bigEndian: true), reader.Unsigned(), WallTime.Read(ref reader),
        (ClockSource)reader.Unsigned(byte.MaxValue, "the clock source"), reader.Text(), reader.Text());
}
