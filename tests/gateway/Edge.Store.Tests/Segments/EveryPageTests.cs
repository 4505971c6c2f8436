using System.Buffers.Binary;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>
/// Each page of each file of a log of 2,000 entries, damaged in turn: the log opens and says what is lost, what it still gives out is what was written and is proved by
/// what was signed, it goes on, and the next open finds nothing new.
/// </summary>
public sealed class EveryPageTests : IDisposable
{
    private const int Page = 4096;
    private const ulong Size = 2000;

    private static readonly SegmentOptions Options = new() { Bytes = 32 * 1024, Ahead = 8 * 1024 };

    private readonly TemporaryDirectory _directory = new();
    private readonly NaiveTree _naive = new();

    public EveryPageTests()
    {
        using var log = SampleLog.Open(Whole, Options);
        while (log.Size < Size)
        {
            SampleLog.Append(log, 25, seal: log.Size % 100 == 75);
            if (log.Size % 200 == 0)
                log.PutReceipt(log.Size, "receipt"u8);
            if (log.Size % 500 == 0)
                log.PutState("state", "value"u8);
        }
    }

    private string Whole => _directory.File("whole");

    private string Damaged => _directory.File("damaged");

    public void Dispose() => _directory.Dispose();

    public enum Damage
    {
        Zeroed,
        Torn,
        Flipped,
    }

    [Theory]
    [InlineData(Damage.Zeroed)]
    [InlineData(Damage.Torn)]
    [InlineData(Damage.Flipped)]
    public void What_a_damaged_page_held_is_lost_and_nothing_else(Damage damage)
    {
        var random = new Random((int)damage);
        foreach (var file in Directory.GetFiles(Whole).Select(Path.GetFileName).Where(f => f != "lock"))
        {
            for (var page = 0; page * Page < new FileInfo(Path.Combine(Whole, file!)).Length; page++)
                Try(file!, page, damage, random);
        }
    }

    /// <summary>Its first page says what tables there are; a letter of that makes it another database.</summary>
    [Fact]
    public void A_bit_flipped_anywhere_in_the_index_s_first_page_keeps_nobody_from_opening_the_log()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Whole, "index.db"));
        foreach (var at in Enumerable.Range(0, Page).Where(i => bytes[i] != 0))
        {
            Copy();
            var flipped = bytes.ToArray();
            flipped[at] ^= (byte)(1 << (at % 8));
            File.WriteAllBytes(Path.Combine(Damaged, "index.db"), flipped);

            using var log = SampleLog.Open(Damaged, Options);

            Assert.True((log.Size, log.Root) == (Size, _naive.Root(Size)), $"byte {at}");
        }
    }

    private void Try(string file, int page, Damage damage, Random random)
    {
        Copy();
        if (!TryDamage(Path.Combine(Damaged, file), page, damage, random))
            return;
        var lost = new SortedSet<ulong>();
        ulong size;
        var most = EntriesOn(Path.Combine(Whole, file), page);
        var where = $"{file}, page {page}, {damage}";
        using (var log = SampleLog.Open(Damaged, Options))
        {
            size = log.Size;
            Assert.True(size == Size, $"{where}: {size} entries");
            foreach (var told in log.Damage)
            {
                for (var i = 0UL; i < told.Count; i++)
                    lost.Add(told.First + i);
            }

            RequireRest(log.View, size, lost, most, where);
            SampleLog.Append(log, 30, seal: true);
            Assert.Equal(_naive.Root(size + 30), log.Root);
        }

        using (var reader = LogFolder.OpenReader(Damaged))
            RequireRest(new LogView(reader), size, lost, most, where + ", by a reader");
        using var again = SampleLog.Open(Damaged, Options);
        Assert.True(again.Damage.Count == 0, $"{where}: told again: {string.Join("; ", again.Damage.Select(d => d.What))}");
        Assert.Equal(_naive.Root(size + 30), again.Root);
        RequireRest(again.View, size, lost, most, where + ", again");
    }

    /// <summary>Every entry is read as written, or it is one of those that were told as lost, or it lies in a closed segment that nobody had looked at before.</summary>
    private void RequireRest(LogView log, ulong size, SortedSet<ulong> lost, int most, string where)
    {
        var signed = Checkpoint.Parse(SignedNote.Parse(log.Store.NewestCheckpoint()!.Value.Bytes));
        Assert.Equal(_naive.Root(signed.Size), signed.Root);
        var missing = 0;
        for (ulong index = 0; index < size; index++)
        {
            try
            {
                Assert.Equal(SampleLog.Entry(index), log.ReadEntry(index));
            }
            catch (LogDamagedException)
            {
                missing++;
            }

            if (index % 50 == 0)
                Assert.True(InclusionProof.Verify(TreeHasher.Sha256, TreeHasher.Sha256.Leaf(SampleLog.Entry(index)), index, signed.Size, log.Inclusion(index, signed.Size), signed.Root));
        }

        Assert.True(missing <= most, $"{where}: {missing} entries cannot be read, {most} were on that page");
        Assert.True(missing >= lost.Count, $"{where}: {lost.Count} told as lost, {missing} missing");
        Assert.Equal(_naive.Consistency(100, signed.Size), log.Consistency(100, signed.Size));
    }

    /// <summary>Entries in frames that are on a page, at least in part; frames are found by their magic as the README describes them.</summary>
    private static int EntriesOn(string file, int page)
    {
        var bytes = File.ReadAllBytes(file).AsSpan();
        var entries = 0;
        for (var at = 0; bytes[at..].IndexOf("EdgeFrm1"u8) is >= 0 and var next; at += 8)
        {
            at += next;
            var end = at + 32 + BinaryPrimitives.ReadInt32LittleEndian(bytes[(at + 8)..]) + 12;
            if (at < (page + 1) * Page && end > page * Page)
                entries += BinaryPrimitives.ReadInt32LittleEndian(bytes[(at + 12)..]);
        }

        return entries;
    }

    private void Copy()
    {
        if (Directory.Exists(Damaged))
            Directory.Delete(Damaged, recursive: true);
        Directory.CreateDirectory(Damaged);
        foreach (var file in Directory.GetFiles(Whole))
            File.Copy(file, Path.Combine(Damaged, Path.GetFileName(file)));
    }

    /// <summary>False if the page would not change.</summary>
    private static bool TryDamage(string path, int page, Damage damage, Random random)
    {
        var bytes = File.ReadAllBytes(path);
        var whole = bytes.ToArray();
        var part = bytes.AsSpan(page * Page, Math.Min(Page, bytes.Length - (page * Page)));
        if (damage == Damage.Flipped)
            part[random.Next(part.Length)] ^= (byte)(1 << random.Next(8));
        else
            part[(damage == Damage.Torn ? part.Length / 2 : 0)..].Clear();
        File.WriteAllBytes(path, bytes);
        return !whole.AsSpan().SequenceEqual(bytes);
    }
}
