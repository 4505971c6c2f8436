using System.Buffers.Binary;
using System.Numerics;

namespace Edge.Store.Log;

/// <summary>CRC-32C (Castagnoli, RFC 3720 appendix B.4): finds rot in stored bytes. It proves nothing; the tree does.</summary>
internal static class Crc32C
{
    public static uint Compute(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }
        foreach (var last in bytes)
            crc = BitOperations.Crc32C(crc, last);
        return ~crc;
    }
}
