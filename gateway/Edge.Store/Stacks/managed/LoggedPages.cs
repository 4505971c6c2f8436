using System.Buffers.Binary;
using Edge.Store.Segments;
using Microsoft.Win32.SafeHandles;

namespace Edge.Store.Stacks;

/// <summary>
/// What an index's log has. It ends before the first page that is not what was written, as SQLite's does: what stands behind was written over pages that nobody knows.
/// </summary>
internal sealed class LoggedPages
{
    // Where LiteDB's pages have their number, their transaction's, and whether that is whole with this page.
    private const int Number = 0, Transaction = 14, IsLast = 18;

    private readonly Dictionary<uint, long> _committed = [];

    private LoggedPages(PageFile? log)
    {
        File = log;
        var open = new Dictionary<uint, List<(uint, long)>>();
        for (; log is not null && Count < log.Count && TryRead(Count); Count++)
            Note(log.Content, open);
        for (var behind = Count; log is not null && behind < log.Count && !IsDamaged; behind++)
            IsDamaged = TryRead(behind);
    }

    /// <summary>How many pages it has before it ends.</summary>
    public long Count { get; }

    /// <summary>
    /// Whether it ends before others that are whole, or where the device gives nothing. That is not what a power cut leaves: a log is written through to the device page by page.
    /// </summary>
    public bool IsDamaged { get; private set; }

    private PageFile? File { get; }

    /// <param name="file">Null for an index that has no log.</param>
    public static LoggedPages Of(SafeFileHandle? file) => new(file is null ? null : new PageFile(file));

    /// <summary>Whether a page of the database is in it, in a transaction that is whole. LiteDB takes it from there; a copy into the database may have left that one half written.</summary>
    public bool Has(long number) => _committed.ContainsKey((uint)number);

    /// <summary>The newest such copy of a page.</summary>
    public bool TryRead(long number, Span<byte> into)
    {
        if (!_committed.TryGetValue((uint)number, out var at) || !File!.TryRead(at))
            return false;
        File.Content.CopyTo(into);
        return true;
    }

    private bool TryRead(long at)
    {
        try
        {
            return File!.TryRead(at);
        }
        catch (IOException failure) when (FileFailure.IsUnreadable(failure))
        {
            IsDamaged = true;
            return false;
        }
    }

    private void Note(ReadOnlySpan<byte> page, Dictionary<uint, List<(uint, long)>> open)
    {
        var transaction = BinaryPrimitives.ReadUInt32LittleEndian(page[Transaction..]);
        if (!open.TryGetValue(transaction, out var pages))
            open[transaction] = pages = [];
        pages.Add((BinaryPrimitives.ReadUInt32LittleEndian(page[Number..]), Count));
        if (page[IsLast] == 0)
            return;
        foreach (var (number, at) in pages)
            _committed[number] = at;
        pages.Clear();
    }
}
