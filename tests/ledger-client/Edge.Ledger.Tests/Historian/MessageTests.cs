using System.Buffers;
using System.Text;
using Edge.Ledger.Historian;
using Edge.Ledger.Tiles;

namespace Edge.Ledger.Tests.Historian;

public sealed class MessageTests
{
    [Theory]
    [InlineData(61_440, 2, true)]
    [InlineData(61_441, 1, false)]
    [InlineData(61_440, 3, false)]
    [InlineData(0, 1, false)]
    public void Entries_and_messages_have_their_limits(int length, int count, bool isRead)
    {
        var bundle = new ArrayBufferWriter<byte>();
        for (var i = 0; i < count; i++)
            EntryBundle.Write(bundle, new byte[length]);
        var bytes = EntriesMessage.Write(7, bundle.WrittenSpan);

        if (isRead)
            Assert.Equal((7UL, count), (EntriesMessage.Parse(bytes).First, EntriesMessage.Parse(bytes).Count));
        else
            Assert.Throws<MalformedException>(() => EntriesMessage.Parse(bytes));
    }

    [Fact]
    public void Every_index_is_below_2_63()
    {
        var bundle = new ArrayBufferWriter<byte>();
        EntryBundle.Write(bundle, [1]);

        Assert.Equal(1, EntriesMessage.Parse(EntriesMessage.Write(long.MaxValue - 1, bundle.WrittenSpan)).Count);
        Assert.Throws<MalformedException>(() => EntriesMessage.Parse(EntriesMessage.Write(long.MaxValue, bundle.WrittenSpan)));
    }

    [Fact]
    public void Of_many_spans_the_lowest_and_the_highest_are_said_and_no_more_are_read()
    {
        var held = new IndexSet();
        for (var i = 0UL; i < 300; i++)
            held.Add(10 * i, (10 * i) + 5);

        var said = HeldMessage.Parse(HeldMessage.Write(held));

        Assert.Equal([.. held.Spans.Take(255), held.Spans[299]], said.Spans);
        var tooMany = "edge-held/v1\n" + string.Concat(held.Spans.Take(257).Select(s => $"{s.From} {s.To}\n"));
        Assert.Throws<MalformedException>(() => HeldMessage.Parse(Encoding.ASCII.GetBytes(tooMany)));
    }
}
