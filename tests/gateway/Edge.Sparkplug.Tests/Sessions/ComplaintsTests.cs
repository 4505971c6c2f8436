using Edge.Sparkplug.Sessions;
using Edge.Testing;
using Microsoft.Extensions.Logging;

namespace Edge.Sparkplug.Tests.Sessions;

public sealed class ComplaintsTests : ILogger
{
    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private readonly List<string> _lines = [];
    private readonly Complaints _complaints;

    public ComplaintsTests() => _complaints = new Complaints(_clock, this);

    [Fact]
    public void Of_many_the_first_of_each_topic_is_told_and_then_their_count_once_a_minute()
    {
        for (var second = 0; second < 150; second++)
        {
            for (var i = 0; i < 100; i++) _complaints.Add("NCMD", $"{second}");
            if (second == 3) _complaints.Add("STATE", "another");
            _complaints.Tell();
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(
            [
                "Sparkplug: a message on NCMD was not understood: 0.",
                "Sparkplug: a message on STATE was not understood: another.",
                "Sparkplug: 6099 more messages on NCMD were not understood; the newest: 60.",
                "Sparkplug: 6000 more messages on NCMD were not understood; the newest: 120.",
            ],
            _lines);
    }

    [Fact]
    public void What_came_last_of_a_flood_is_told_when_its_minute_is_over()
    {
        _complaints.Add("NCMD", "a");
        _complaints.Add("NCMD", "b");
        _complaints.Tell();
        Assert.Single(_lines);

        _clock.Advance(TimeSpan.FromMinutes(1));
        _complaints.Tell();
        _clock.Advance(TimeSpan.FromMinutes(1));
        _complaints.Tell();

        Assert.Equal(2, _lines.Count);
        Assert.Equal("Sparkplug: 1 more messages on NCMD were not understood; the newest: b.", _lines[^1]);
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Add(formatter(state, exception));
}
