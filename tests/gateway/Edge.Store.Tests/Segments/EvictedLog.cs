using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tree;

namespace Edge.Store.Tests.Segments;

/// <summary>
/// A log with a receipt after each twentieth entry, whose segments were evicted but for the newest: the index alone has their checkpoints and receipts. It was stopped once,
/// and is left as a killed writer leaves it: with a log beside the index.
/// </summary>
internal sealed class EvictedLog
{
    private const ulong Stopped = 300;
    private const ulong Group = 20;
    private const long LogAtLeast = 150_000;

    private static readonly SegmentOptions Options = new() { Bytes = 8 * 1024, Ahead = 4 * 1024 };

    private readonly string _left;
    private readonly NaiveTree _naive = new();
    private readonly List<(long LogLength, ulong Receipts)> _states = [];
    private readonly ulong _size;

    /// <param name="path">Where it is written.</param>
    /// <param name="left">What a kill leaves of it.</param>
    public EvictedLog(string path, string left)
    {
        _left = left;
        using (var log = SampleLog.Open(path, Options))
        {
            while (log.Size < Stopped)
                Append(log);
        }

        using (var log = SampleLog.Open(path, Options))
        {
            Note(path, log.View.Store.Extent.Oldest);
            while (LengthOfLog(path) < LogAtLeast)
            {
                Append(log);
                // A segment that it closed has no later receipt than the one before.
                Note(path, receipts: log.Size - Group);
            }

            _size = log.Size;
            log.Evict(_size - Group);
            Assert.True(log.View.Store.Extent.Oldest > Stopped);
            Copy(path, left);
        }
    }

    /// <summary>Bytes of the log beside the index.</summary>
    public long LogLength => LengthOfLog(_left);

    /// <summary>Copies what was left.</summary>
    public void CopyTo(string path) => Copy(_left, path);

    public static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
            Directory.Delete(to, recursive: true);
        Directory.CreateDirectory(to);
        foreach (var name in Directory.GetFiles(from).Select(Path.GetFileName).Where(n => n is not "index.db-shm" and not "lock"))
            File.Copy(Path.Combine(from, name!), Path.Combine(to, name!));
    }

    /// <summary>The size of the newest receipt in the database or the first bytes of its log.</summary>
    public ulong ReceiptsWith(long logBytes) => _states.Last(state => state.LogLength <= logBytes).Receipts;

    /// <summary>A copy, whatever was done to it, has all entries that the log kept, goes on as the same log, and opens again with nothing new to tell.</summary>
    /// <param name="receipts">Up to which size checkpoints and receipts must be there.</param>
    /// <returns>What was told of damage at the first open.</returns>
    public List<StoreDamage> RequireGoesOn(string path, ulong receipts, string where)
    {
        using (var reader = LogFolder.OpenReader(path))
            RequireReceipts(reader, receipts, where + ", by a reader");
        List<StoreDamage> told;
        using (var log = SampleLog.Open(path, Options))
        {
            told = [.. log.Damage];
            Assert.True((log.Size, log.Root) == (_size, _naive.Root(_size)), where);
            RequireReceipts(log.View.Store, receipts, where);
            SampleLog.Append(log, (int)Group, seal: true);
            Assert.Equal(_naive.Root(_size + Group), log.Root);
        }

        using var again = SampleLog.Open(path, Options);
        Assert.True(again.Damage.Count == 0, $"{where}: told again: {string.Join("; ", again.Damage.Select(d => d.What))}");
        Assert.Equal(_naive.Root(_size + Group), again.Root);
        RequireReceipts(again.View.Store, receipts, where + ", again");
        return told;
    }

    public void RequireWhole(string path, string where)
    {
        var told = RequireGoesOn(path, _size, where);
        Assert.True(told.Count == 0, $"{where}: {string.Join("; ", told.Select(d => d.What))}");
    }

    public bool HasAllReceipts(string path)
    {
        using var reader = LogFolder.OpenReader(path);
        return Enumerable.Range(1, (int)(_size / Group)).All(i => reader.FindReceipt((ulong)i * Group)?.Size == (ulong)i * Group);
    }

    private static void RequireReceipts(ILogReader log, ulong upTo, string where)
    {
        for (var size = Group; size <= upTo; size += Group)
        {
            Assert.True(log.FindReceipt(size) is { } receipt && receipt.Size == size && receipt.Bytes.AsSpan().SequenceEqual(Receipt(size)), $"{where}: receipt {size}");
            Assert.True(log.FindCheckpoint(size)?.Size == size, $"{where}: checkpoint {size}");
        }
    }

    private static void Append(MerkleLog log)
    {
        SampleLog.Append(log, (int)Group, seal: true);
        log.PutReceipt(log.Size, Receipt(log.Size));
    }

    /// <summary>Notes what the index has with a length of its log; a shorter one was copied into the database.</summary>
    private void Note(string path, ulong receipts)
    {
        var length = LengthOfLog(path);
        if (_states.Count > 0 && length < _states[^1].LogLength)
        {
            var copied = _states[^1].Receipts;
            _states.Clear();
            _states.Add((0, copied));
        }

        if (_states.Count == 0 || length > _states[^1].LogLength)
            _states.Add((length, receipts));
    }

    private static long LengthOfLog(string path) => new FileInfo(Path.Combine(path, "index.db-wal")).Length;

    private static byte[] Receipt(ulong size) => [.. Enumerable.Repeat((byte)size, 600)];
}
