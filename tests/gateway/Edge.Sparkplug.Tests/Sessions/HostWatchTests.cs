using System.Text;
using System.Text.Json;
using Edge.Sparkplug.Sessions;

namespace Edge.Sparkplug.Tests.Sessions;

public sealed class HostWatchTests
{
    private readonly HostWatch _host = new("scada");

    [Fact]
    public void Who_waits_for_nobody_may_speak()
    {
        Assert.True(new HostWatch(null).IsOnline);
        Assert.Null(new HostWatch(null).Topic);
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

    [Fact]
    public void A_time_of_the_far_future_counts_no_longer_than_its_link()
    {
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
}
