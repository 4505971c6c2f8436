using System.Text;
using System.Text.Json;
using Edge.Sparkplug.Sessions;

namespace Edge.Sparkplug.Tests.Sessions;

public sealed class HostWatchTests
{
    private readonly Clock _clock = new();
    private readonly HostWatch _host;

    public HostWatchTests() => _host = new HostWatch("scada", _clock);

    [Fact]
    public void Who_waits_for_nobody_may_speak()
    {
        Assert.True(new HostWatch(null, _clock).IsOnline);
        Assert.Null(new HostWatch(null, _clock).Topic);
        Assert.False(_host.IsOnline);
        Assert.Equal("spBv1.0/STATE/scada", _host.Topic);
    }

    [Fact]
    public void The_newest_word_by_its_own_time_counts()
    {
        Hear("""{"online":true,"timestamp":200}""");
        Assert.True(_host.IsOnline);

        // The will of a session before comes late.
        Hear("""{"online":false,"timestamp":199}""");
        Assert.True(_host.IsOnline);

        Hear("""{"timestamp":200,"online":false}""");
        Assert.False(_host.IsOnline);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_time_more_than_an_hour_ahead_is_not_believed(ulong later, bool isBelieved)
    {
        _clock.Vouched = DateTimeOffset.UnixEpoch;
        Hear("""{"online":true,"timestamp":200}""");

        var state = $$"""{"online":false,"timestamp":{{3_600_000 + later}}}""";
        if (isBelieved)
            Hear(state);
        else
            Assert.Throws<InvalidDataException>(() => Hear(state));

        Assert.Equal(!isBelieved, _host.IsOnline);
    }

    [Fact]
    public void A_time_of_the_far_future_counts_no_longer_than_its_link()
    {
        // Nobody vouches for a clock that it could be held against.
        Hear("""{"online":false,"timestamp":18446744073709551615}""");
        _host.Begin();
        Hear("""{"online":true,"timestamp":200}""");

        Assert.True(_host.IsOnline);
    }

    [Fact]
    public void On_a_new_link_it_has_to_be_heard_again()
    {
        Hear("""{"online":true,"timestamp":200}""");
        _host.Begin();
        Assert.False(_host.IsOnline);
    }

    [Theory]
    [InlineData("ONLINE")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"online":"true","timestamp":1}""")]
    [InlineData("""{"online":true}""")]
    [InlineData("""{"online":true,"timestamp":-1}""")]
    [InlineData("""{"online":true,"timestamp":"1"}""")]
    [InlineData("""{"online":{"a":{"b":{"c":{"d":1}}}},"timestamp":1}""")]
    public void What_is_no_state_changes_nothing(string text)
    {
        Hear("""{"online":true,"timestamp":200}""");
        Assert.ThrowsAny<JsonException>(() => Hear(text));
        Assert.True(_host.IsOnline);
    }

    private void Hear(string state) => _host.Hear(Encoding.UTF8.GetBytes(state));

    private sealed class Clock : INodeClock
    {
        public DateTimeOffset? Vouched { get; set; }

        public DateTimeOffset At(ulong monotonic) => throw new NotSupportedException("A host has no readings.");
    }
}
