using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Edge.Store.Segments;

/// <summary>
/// What eviction left: all before it went because it was told to, all from it on must be there. Stands in segments, because the index, which forgets evicted
/// segments, may be lost or an older one be put back.
/// </summary>
/// <param name="Number">The oldest segment that was kept; 0 if none was evicted, or by a program that did not note it.</param>
/// <param name="First">The log's size when it began.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KeptFrom(uint Number, ulong First)
{
    /// <summary>Bytes: number (u32), first (u64), little-endian.</summary>
    public const int Length = sizeof(uint) + sizeof(ulong);

    /// <summary>Under this key of its state an index notes which of its losses it was told of; no state of a log's has such a name.</summary>
    public const string ToldKey = "\u0001told-lost-below";

    /// <summary>The later one.</summary>
    public KeptFrom Or(KeptFrom other) => other.Number > Number ? other : this;

    public void Write(Span<byte> into)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(into, Number);
        BinaryPrimitives.WriteUInt64LittleEndian(into[sizeof(uint)..], First);
    }

    public static KeptFrom Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt32LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[sizeof(uint)..]));
}
