using Edge.Store.Segments;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>An index too large to be looked through at each open: what is damaged in it is never given out, and is made again before the next group after it was met.</summary>
public sealed class LargeIndexTests : IDisposable
{
    private const int Page = 4096;
    private const ulong Size = 1500;

    private static readonly SegmentOptions Options = new() { Bytes = 4 * 1024, Ahead = 4 * 1024, IndexCheck = 0 };

    private readonly TemporaryDirectory _directory = new();
    private readonly NaiveTree _naive = new();

    public LargeIndexTests()
    {
        using var log = SampleLog.Open(Whole, Options);
        while (log.Size < Size)
        {
            SampleLog.Append(log, 10, seal: true);
            log.PutReceipt(log.Size, Receipt(log.Size));
        }
    }

    private string Whole => _directory.File("whole");

    private string Damaged => _directory.File("damaged");

    private string Note => Path.Combine(Damaged, "index.db-check");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_page_damaged_anywhere_in_it_is_never_believed_and_costs_nothing_after_it_was_met()
    {
        var index = File.ReadAllBytes(Path.Combine(Whole, "index.db"));
        var met = 0;
        for (var page = 0; page * Page < index.Length; page++)
        {
            Copy();
            var bytes = index.ToArray();
            bytes.AsSpan(Math.Min((page * Page) + (Page / 2), bytes.Length))[..Math.Min(Page / 2, Math.Max(0, bytes.Length - (page * Page) - (Page / 2)))].Clear();
            if (bytes.AsSpan().SequenceEqual(index))
                continue;
            File.WriteAllBytes(Path.Combine(Damaged, "index.db"), bytes);

            int missing;
            using (var log = SampleLog.Open(Damaged, Options))
            {
                var atOpen = log.Damage.Count;
                missing = Missing(log);
                Assert.Equal(missing > 0, File.Exists(Note));
                met += missing > 0 ? 1 : 0;
                SampleLog.Append(log, 10, seal: true);
                Assert.Equal(atOpen + (missing > 0 ? 1 : 0), log.Damage.Count);
                Assert.Equal(0, Missing(log));
                log.DamageIsLogged(log.Damage.Count);
            }

            using var again = SampleLog.Open(Damaged, Options);
            Assert.Empty(again.Damage);
            Assert.Equal(0, Missing(again));
            Assert.False(File.Exists(Note));
            Assert.Equal(_naive.Root(Size + 10), again.Root);
        }

        Assert.True(met > 3, $"on {met} pages damage was met when it was read");
    }

    /// <summary>Entries, checkpoints and receipts that are refused; those that are not are what was written.</summary>
    private static int Missing(MerkleLog log)
    {
        var missing = 0;
        for (var size = 10UL; size <= Size; size += 10)
        {
            missing += Refused(() => Assert.Equal(SampleLog.Entry(size - 1), log.View.ReadEntry(size - 1)));
            missing += Refused(() => Assert.Equal(SampleLog.Sign(size, log.View.Root(size)).ToArray(), log.View.Store.FindCheckpoint(size)!.Value.Bytes));
            missing += Refused(() => Assert.Equal(Receipt(size), log.View.Store.FindReceipt(size)!.Value.Bytes));
        }

        return missing;
    }

    private static int Refused(Action read)
    {
        try
        {
            read();
            return 0;
        }
        catch (LogDamagedException)
        {
            return 1;
        }
    }

    private static byte[] Receipt(ulong size) => [.. Enumerable.Repeat((byte)size, 300)];

    private void Copy()
    {
        if (Directory.Exists(Damaged))
            Directory.Delete(Damaged, recursive: true);
        Directory.CreateDirectory(Damaged);
        foreach (var file in Directory.GetFiles(Whole))
            File.Copy(file, Path.Combine(Damaged, Path.GetFileName(file)));
    }
}
