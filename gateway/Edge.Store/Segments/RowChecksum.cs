using System.Buffers.Binary;
using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>The CRC-32C that each row of an index carries over its other columns: no database checks what it has moved into its main file.</summary>
internal static class RowChecksum
{
    public static uint Of(ulong key, ReadOnlySpan<byte> value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, key);
        return Of(bytes, value);
    }

    public static uint Of(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        Span<byte> both = stackalloc byte[2 * sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(both, Crc32C.Compute(key));
        BinaryPrimitives.WriteUInt32LittleEndian(both[sizeof(uint)..], Crc32C.Compute(value));
        return Crc32C.Compute(both);
    }
}
