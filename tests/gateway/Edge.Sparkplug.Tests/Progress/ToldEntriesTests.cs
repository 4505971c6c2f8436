using Edge.Ledger.Historian;
using Edge.Sparkplug.Progress;

namespace Edge.Sparkplug.Tests.Progress;

public sealed class ToldEntriesTests
{
    private readonly ToldEntries _told = new(new IndexSet());

    [Fact]
    public void What_was_there_at_the_birth_is_history_and_what_comes_is_live()
    {
        _told.Begin(100);

        Assert.Null(_told.Next(Lane.Live, 100));
        Assert.Equal(new IndexSpan(100, 130), _told.Next(Lane.Live, 130));
        Assert.Equal(new IndexSpan(0, 100), _told.Next(Lane.History, 130));
        Assert.Equal(130ul, _told.Remaining(0, 130));
    }

    [Fact]
    public void Nothing_goes_twice_on_one_link()
    {
        _told.Begin(100);
        _told.Went(new IndexSpan(100, 110));
        _told.Went(new IndexSpan(0, 40));

        Assert.Equal(new IndexSpan(110, 120), _told.Next(Lane.Live, 120));
        Assert.Equal(new IndexSpan(40, 100), _told.Next(Lane.History, 120));
        Assert.Equal(70ul, _told.Remaining(0, 120));
    }

    [Fact]
    public void What_a_broken_link_leaves_in_doubt_goes_again_as_history_and_what_was_confirmed_does_not()
    {
        _told.Begin(0);
        _told.Went(new IndexSpan(0, 10));
        _told.Went(new IndexSpan(10, 20));
        _told.Confirm(1);
        Assert.Equal(1, _told.InDoubt);

        _told.Begin(25);

        Assert.Equal(0, _told.InDoubt);
        Assert.Equal(new IndexSpan(10, 25), _told.Next(Lane.History, 25));
        Assert.Equal([new IndexSpan(0, 10)], _told.Told.Spans);
    }

    [Fact]
    public void What_is_skipped_counts_once_and_needs_no_telling_after_a_restart()
    {
        _told.Begin(50);
        _told.Went(new IndexSpan(0, 10));

        Assert.Equal(20ul, _told.Skip(new IndexSpan(5, 30)));
        Assert.Equal(0ul, _told.Skip(new IndexSpan(5, 30)));
        Assert.Equal(new IndexSpan(30, 50), _told.Next(Lane.History, 50));
        Assert.Equal([new IndexSpan(5, 30)], _told.Told.Spans);
    }
}
