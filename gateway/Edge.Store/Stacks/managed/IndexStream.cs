namespace Edge.Store.Stacks;

/// <summary>A file of an index, as LiteDB takes it: pages without their checksums. <see cref="Flush"/>, which LiteDB calls before it cuts its log, is an fdatasync(2).</summary>
/// <remarks>The file stays open: LiteDB closes its streams whenever an operation fails.</remarks>
internal sealed class IndexStream : Stream
{
    private const int Page = PageFile.Page;

    private readonly PageFile _file;
    private readonly FirstFailure? _writes;
    private readonly LoggedPages? _log;
    private readonly long _last;

    private IndexStream(PageFile file, FirstFailure? writes, LoggedPages? log, long last) => (_file, _writes, _log, _last) = (file, writes, log, last);

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => _writes is not null;

    public override long Length => Math.Min(_file.Count, _last) * Page;

    public override long Position { get; set; }

    private FirstFailure Writes => _writes ?? throw new NotSupportedException("It was opened to be read.");

    /// <param name="writes">Shared with the log; null for a reader.</param>
    /// <param name="log">What its log had when LiteDB was begun, which reads the header from here before it looks there.</param>
    public static IndexStream Database(PageFile file, FirstFailure? writes, LoggedPages log) => new(file, writes, log, long.MaxValue);

    /// <summary>A log, without what a power cut left of its last pages, and for a reader without what stands behind damage.</summary>
    /// <param name="writes">Shared with the database; null for a reader.</param>
    /// <param name="found">What it has.</param>
    /// <exception cref="DamagedPageException">A page before others that are whole is not; nothing was cut.</exception>
    public static IndexStream Log(PageFile file, FirstFailure? writes, LoggedPages found)
    {
        if (writes is null)
            return new IndexStream(file, writes, log: null, found.Count);
        if (found.IsDamaged)
            throw new DamagedPageException(found.Count);
        file.Cut(found.Count);
        return new IndexStream(file, writes, log: null, long.MaxValue);
    }

    public override void Flush() => _writes?.Try(_file.Sync);

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Position >= Length)
            return 0;
        var number = NumberAt(Position, count);
        var into = buffer.AsSpan(offset, Page);
        if (_file.TryRead(number))
            _file.Content.CopyTo(into);
        else if (number != 0 || _log?.TryRead(number, into) != true)
            throw new DamagedPageException(number);
        Position += Page;
        return Page;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        var number = NumberAt(Position, count);
        Writes.Try(() => _file.Write(number, buffer.AsSpan(offset, Page)));
        Position += Page;
    }

    public override void SetLength(long value) => Writes.Try(() => _file.Cut(NumberAt(value, Page)));

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => Position, _ => Length };

    private static long NumberAt(long position, int count) => position % Page == 0 && count == Page
        ? position / Page
        : throw new NotSupportedException($"LiteDB is expected to use whole pages, not {count} bytes at {position}.");
}
