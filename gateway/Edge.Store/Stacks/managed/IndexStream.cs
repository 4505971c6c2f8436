using System.Buffers.Binary;
using Edge.Store.Log;
using Edge.Store.Segments;
using Microsoft.Win32.SafeHandles;

namespace Edge.Store.Stacks;

/// <summary>
/// A file of an index, as LiteDB takes it: pages of 8,192 bytes. In the file each is followed by the CRC-32C of its number and content (u32, little-endian) and four
/// zeros, which LiteDB does not have. <see cref="Flush"/>, which LiteDB calls before it cuts its log, is an fdatasync(2).
/// </summary>
/// <remarks>The handle stays its owner's: LiteDB closes its streams whenever an operation fails.</remarks>
internal sealed class IndexStream : Stream
{
    private const int Page = 8192;
    private const int Stride = Page + (2 * sizeof(uint));

    private readonly SafeFileHandle _file;
    private readonly bool _write;
    private readonly byte[] _page = new byte[Stride];

    private IndexStream(SafeFileHandle file, bool write) => (_file, _write) = (file, write);

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => _write;

    public override long Length => Pages * Page;

    public override long Position { get; set; }

    private long Pages => Math.Min(RandomAccess.GetLength(_file) / Stride, Last);

    /// <summary>A reader's log ends where it ended when it was opened.</summary>
    private long Last { get; set; } = long.MaxValue;

    public static IndexStream Database(SafeFileHandle file, bool write) => new(file, write);

    /// <summary>
    /// A log, without what a power cut left of its last pages: it is written through to the device page by page, and a transaction counts by its last page.
    /// </summary>
    /// <exception cref="DamagedPageException">A page before others that are whole is not.</exception>
    public static IndexStream Log(SafeFileHandle file, bool write)
    {
        var log = new IndexStream(file, write);
        var whole = log.Pages;
        while (whole > 0 && !log.TryRead(whole - 1))
            whole--;
        for (var number = 0L; number < whole; number++)
            log.Require(number);
        if (write)
            RandomAccess.SetLength(file, whole * Stride);
        else
            log.Last = whole;
        return log;
    }

    /// <summary>Looks at all pages.</summary>
    /// <exception cref="DamagedPageException">One is not what was written.</exception>
    public void Check()
    {
        for (var number = 0L; number < Pages; number++)
            Require(number);
    }

    public override void Flush()
    {
        if (_write)
            FileBytes.Sync(_file);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Position >= Length)
            return 0;
        Require(NumberAt(Position, count));
        _page.AsSpan(0, Page).CopyTo(buffer.AsSpan(offset));
        Position += Page;
        return Page;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        var number = NumberAt(Position, count);
        buffer.AsSpan(offset, Page).CopyTo(_page);
        BinaryPrimitives.WriteUInt32LittleEndian(_page.AsSpan(Page), Checksum(number));
        FileBytes.Write(_file, _page, number * Stride);
        Position += Page;
    }

    public override void SetLength(long value) => RandomAccess.SetLength(_file, NumberAt(value, Page) * Stride);

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => Position, _ => Length };

    private static long NumberAt(long position, int count) => position % Page == 0 && count == Page
        ? position / Page
        : throw new NotSupportedException($"LiteDB is expected to use whole pages, not {count} bytes at {position}.");

    private void Require(long number)
    {
        if (!TryRead(number))
            throw new DamagedPageException(number);
    }

    private bool TryRead(long number) =>
        FileBytes.Read(_file, _page, number * Stride) == Stride && BinaryPrimitives.ReadUInt64LittleEndian(_page.AsSpan(Page)) == Checksum(number);

    private uint Checksum(long number) => RowChecksum.Of((ulong)number, _page.AsSpan(0, Page));
}
