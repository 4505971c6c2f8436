using Edge.Ledger.Entries;

namespace Edge.Ledger.Tests.Entries;

public class GapChannelsTests
{
    [Fact]
    public void Channels_are_read_in_their_order_and_found_by_their_place()
    {
        string[] channels = ["main.pressure", "", "测点", "a"];

        var read = Read(channels);

        Assert.Equal(channels, read.Channels);
        Assert.Equal((4, "测点", "a"), (read.Channels.Count, read.Channels[2], read.Channels[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => read.Channels[4]);
        Assert.Equal(read.Encode(new byte[16]), new GapEntry(channels, null, null, GapReason.Stopped, "").Encode(new byte[16]));
    }

    [Fact]
    public void Thirty_thousand_channels_of_one_letter_take_little_more_memory_than_the_entry()
    {
        var bytes = new GapEntry([.. Enumerable.Repeat("a", 30_000)], null, null, GapReason.Stopped, "").Encode(new byte[16]);
        Entry.Decode(bytes);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Entry.Decode(bytes);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * bytes.Length);
    }

    private static GapEntry Read(string[] channels) => (GapEntry)Entry.Decode(new GapEntry(channels, null, null, GapReason.Stopped, "").Encode(new byte[16]));
}
