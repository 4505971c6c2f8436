using Edge.Site.Serving;
using Edge.Testing;

namespace Edge.Site.Tests.Serving;

public sealed class PaceTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly Pace<int> _pace;

    public PaceTests()
    {
        _time.Advance(TimeSpan.FromHours(1));
        _pace = new Pace<int>(atOnce: 4, every: TimeSpan.FromSeconds(1), patience: TimeSpan.FromSeconds(6), _time);
    }

    [Fact]
    public void Some_go_at_once_the_others_wait_their_turn_and_those_behind_them_are_sent_away()
    {
        var turns = Enumerable.Range(0, 12).Select(who => _pace.WaitAsync(who, CancellationToken.None)).ToList();

        Assert.Equal(4, turns.Count(IsIn));
        Assert.Equal(2, turns.Count(t => t.IsCompleted && !IsIn(t)));
        for (var more = 5; more <= 10; more++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(more, turns.Count(IsIn));
        }
    }

    [Fact]
    public void One_takes_half_of_it_and_leaves_the_others_theirs()
    {
        var greedy = Enumerable.Range(0, 100).Select(_ => _pace.WaitAsync(1, CancellationToken.None)).ToList();

        Assert.Equal(2, greedy.Count(IsIn));
        Assert.Equal(3, greedy.Count(t => !t.IsCompleted));
        var other = _pace.WaitAsync(2, CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.True(IsIn(other));
    }

    [Fact]
    public async Task A_turn_that_nobody_waits_for_any_more_is_anothers()
    {
        using var gone = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 10).Select(who => _pace.WaitAsync(who, gone.Token)).ToList();
        Assert.False(await _pace.WaitAsync(10, CancellationToken.None));

        await gone.CancelAsync();

        await Eventually.True(() => waiting.All(t => t.IsCompleted));
        var next = _pace.WaitAsync(10, CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(IsIn(next));
    }

    private static bool IsIn(Task<bool> turn) => turn is { IsCompletedSuccessfully: true, Result: true };
}
