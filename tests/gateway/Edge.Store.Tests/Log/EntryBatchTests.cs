using System.Text;
using Edge.Store.Log;

namespace Edge.Store.Tests.Log;

public class EntryBatchTests
{
    [Fact]
    public void A_bundle_is_each_entry_after_its_big_endian_length()
    {
        var batch = new EntryBatch();
        batch.Add("ab"u8);
        batch.Add([]);
        batch.Add(new byte[258]);

        byte[] expected = [0, 2, (byte)'a', (byte)'b', 0, 0, 1, 2, .. new byte[258]];
        Assert.Equal(expected, batch.Bundle.ToArray());
    }

    [Fact]
    public void An_entry_may_be_written_piece_by_piece()
    {
        var batch = new EntryBatch();
        foreach (var piece in new[] { "one ", "entry" })
        {
            var bytes = Encoding.ASCII.GetBytes(piece);
            bytes.CopyTo(batch.GetSpan(bytes.Length));
            batch.Advance(bytes.Length);
        }
        batch.EndEntry();
        batch.Add("next"u8);

        Assert.Equal(2, batch.Count);
        Assert.Equal("one entry"u8, batch[0]);
        Assert.Equal("next"u8, batch[1]);
    }

    [Fact]
    public void A_bundle_loaded_again_has_the_same_entries_and_can_be_continued()
    {
        var written = SampleLog.Batch(0, 300);
        var loaded = new EntryBatch();

        Assert.True(loaded.TryLoad(written.Bundle, 300));
        loaded.Add("more"u8);

        Assert.Equal(SampleLog.Entry(299), loaded[299].ToArray());
        Assert.Equal("more"u8, loaded[300]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_bundle_of_another_count_is_refused(int count)
    {
        var loaded = new EntryBatch();

        Assert.False(loaded.TryLoad(SampleLog.Batch(0, 3).Bundle, count));
        Assert.Equal(0, loaded.Count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1 << 20)]
    public void A_count_that_the_bytes_cannot_hold_takes_no_memory(int count)
    {
        var loaded = new EntryBatch();
        var bundle = SampleLog.Batch(0, 3).Bundle;
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.False(loaded.TryLoad(bundle, count));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    [Fact]
    public void A_bundle_cut_anywhere_is_refused()
    {
        var bundle = SampleLog.Batch(0, 3).Bundle.ToArray();

        for (var length = 0; length < bundle.Length; length++)
            Assert.False(new EntryBatch().TryLoad(bundle.AsSpan(0, length), 3));
    }

    [Fact]
    public void An_entry_longer_than_its_length_can_say_is_refused_and_the_batch_stays_usable()
    {
        var batch = new EntryBatch();
        batch.Add(new byte[EntryBatch.MaxEntryLength]);

        Assert.Throws<ArgumentException>(() => batch.Add(new byte[EntryBatch.MaxEntryLength + 1]));
        batch.Add("next"u8);

        Assert.Equal(2, batch.Count);
        Assert.Equal("next"u8, batch[1]);
    }
}
