using System.Buffers.Binary;
using Edge.Store.Segments;
using Microsoft.Win32.SafeHandles;

namespace Edge.Store.Stacks;

/// <summary>
/// A file of an index: LiteDB's pages of 8,192 bytes, each followed by the CRC-32C of its number and content (u32, little-endian) and four zeros, which LiteDB does not have.
/// </summary>
/// <remarks>The handle stays its owner's.</remarks>
internal sealed class PageFile(SafeFileHandle file)
{
    /// <summary>Bytes of a page as LiteDB has it.</summary>
    public const int Page = 8192;

    /// <summary>Bytes of a page in the file.</summary>
    public const int Stride = Page + (2 * sizeof(uint));

    private readonly byte[] _page = new byte[Stride];

    /// <summary>Pages that are there, whatever is in them; half a page at the end is none.</summary>
    public long Count => RandomAccess.GetLength(file) / Stride;

    /// <summary>The page that was read last.</summary>
    public ReadOnlySpan<byte> Content => _page.AsSpan(0, Page);

    /// <returns>Whether it is what was written.</returns>
    /// <exception cref="IOException">The device does not give it.</exception>
    public bool TryRead(long number) =>
        FileBytes.Read(file, _page, number * Stride) == Stride && BinaryPrimitives.ReadUInt64LittleEndian(_page.AsSpan(Page)) == Checksum(number);

    public void Write(long number, ReadOnlySpan<byte> content)
    {
        content.CopyTo(_page);
        BinaryPrimitives.WriteUInt64LittleEndian(_page.AsSpan(Page), Checksum(number));
        FileBytes.Write(file, _page, number * Stride);
    }

    /// <summary>Leaves only the first pages.</summary>
    public void Cut(long count) => RandomAccess.SetLength(file, count * Stride);

    public void Sync() => FileBytes.Sync(file);

    private uint Checksum(long number) => RowChecksum.Of((ulong)number, Content);
}
