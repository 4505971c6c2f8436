using Edge.Site.Serving;
using Edge.Testing;

namespace Edge.Site.Tests.Serving;

public sealed class PaceTests
{
    [Fact]
    public void Some_go_at_once_and_the_others_wait_their_turn()
    {
        var time = new ManualTimeProvider();
        time.Advance(TimeSpan.FromHours(1));
        var pace = new Pace(atOnce: 3, every: TimeSpan.FromSeconds(1), time);

        var turns = Enumerable.Range(0, 10).Select(_ => pace.WaitAsync(CancellationToken.None)).ToList();
        Assert.Equal(3, turns.Count(t => t.IsCompleted));
        for (var more = 4; more <= 10; more++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(more, turns.Count(t => t.IsCompleted));
        }
    }
}
