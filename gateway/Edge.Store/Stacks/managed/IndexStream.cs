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
    private readonly FirstFailure? _writes;
    private readonly SafeFileHandle? _log;
    private readonly byte[] _page = new byte[Stride];

    private IndexStream(SafeFileHandle file, FirstFailure? writes, SafeFileHandle? log = null) => (_file, _writes, _log) = (file, writes, log);

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => _writes is not null;

    public override long Length => Pages * Page;

    public override long Position { get; set; }

    private FirstFailure Writes => _writes ?? throw new NotSupportedException("It was opened to be read.");

    private long Pages => Math.Min(RandomAccess.GetLength(_file) / Stride, Last);

    /// <summary>A reader's log ends where it ended when it was opened.</summary>
    private long Last { get; set; } = long.MaxValue;

    /// <param name="writes">Shared with the log; null for a reader.</param>
    /// <param name="log">Its log: pages that a checkpoint left half written are in it still. LiteDB takes them from there, but for the header.</param>
    public static IndexStream Database(SafeFileHandle file, FirstFailure? writes, SafeFileHandle? log) => new(file, writes, log);

    /// <summary>
    /// A log, without what a power cut left of its last pages: it is written through to the device page by page, and a transaction counts by its last page.
    /// </summary>
    /// <param name="writes">Shared with the database; null for a reader.</param>
    /// <exception cref="DamagedPageException">A page before others that are whole is not.</exception>
    public static IndexStream Log(SafeFileHandle file, FirstFailure? writes)
    {
        var log = new IndexStream(file, writes);
        var whole = log.Pages;
        while (whole > 0 && !log.TryRead(whole - 1))
            whole--;
        for (var number = 0L; number < whole; number++)
            log.Require(number);
        if (writes is not null)
            RandomAccess.SetLength(file, whole * Stride);
        else
            log.Last = whole;
        return log;
    }

    /// <summary>Looks at all pages that are not in the log.</summary>
    /// <exception cref="DamagedPageException">One is not what was written.</exception>
    public void Check()
    {
        var logged = Logged().Select(page => page.Number).ToHashSet();
        for (var number = 0L; number < Pages; number++)
        {
            if (!logged.Contains(number))
                Require(number);
        }
    }

    public override void Flush() => _writes?.Try(() => FileBytes.Sync(_file));

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Position >= Length)
            return 0;
        var number = NumberAt(Position, count);
        if (!TryRead(number) && !(number == 0 && TryReadLogged(number)))
            throw new DamagedPageException(number);
        _page.AsSpan(0, Page).CopyTo(buffer.AsSpan(offset));
        Position += Page;
        return Page;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        var number = NumberAt(Position, count);
        buffer.AsSpan(offset, Page).CopyTo(_page);
        BinaryPrimitives.WriteUInt32LittleEndian(_page.AsSpan(Page), Checksum(number));
        Writes.Try(() => FileBytes.Write(_file, _page, number * Stride));
        Position += Page;
    }

    public override void SetLength(long value) => Writes.Try(() => RandomAccess.SetLength(_file, NumberAt(value, Page) * Stride));

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => Position, _ => Length };

    private static long NumberAt(long position, int count) => position % Page == 0 && count == Page
        ? position / Page
        : throw new NotSupportedException($"LiteDB is expected to use whole pages, not {count} bytes at {position}.");

    /// <summary>Pages of the database that the log has, as LiteDB numbers them at their start, and where they are in it, the oldest first.</summary>
    private IEnumerable<(long Number, long At)> Logged()
    {
        if (_log is null)
            yield break;
        var log = new IndexStream(_log, writes: null);
        for (var at = 0L; at < log.Pages; at++)
        {
            if (log.TryRead(at))
                yield return (BinaryPrimitives.ReadUInt32LittleEndian(log._page), at);
        }
    }

    private bool TryReadLogged(long number)
    {
        var newest = Logged().Where(page => page.Number == number).Select(page => page.At).DefaultIfEmpty(-1).Last();
        if (newest < 0)
            return false;
        var log = new IndexStream(_log!, writes: null);
        log.Require(newest);
        log._page.CopyTo(_page, 0);
        return true;
    }

    private void Require(long number)
    {
        if (!TryRead(number))
            throw new DamagedPageException(number);
    }

    private bool TryRead(long number) =>
        FileBytes.Read(_file, _page, number * Stride) == Stride && BinaryPrimitives.ReadUInt64LittleEndian(_page.AsSpan(Page)) == Checksum(number);

    private uint Checksum(long number) => RowChecksum.Of((ulong)number, _page.AsSpan(0, Page));
}
