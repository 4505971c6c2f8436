using System.Net;
using System.Text;
using Edge.Ledger.Entries;
using Edge.Site.Access;
using Edge.Site.Live;
using Edge.Site.Ports;
using Edge.Site.Tests.Serving;
using Edge.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Site.Tests.Live;

public sealed class LiveTests
{
    [Fact]
    public async Task Whoever_comes_sees_what_there_is_and_then_what_changes()
    {
        await using var site = await RunningSite.StartAsync();
        site.Measure(0, new LiveReading(1, 1.25, Quality.Good, Reason.None, 1_790_000_000_000));
        using var events = await Events.OpenAsync(site.Client);

        Assert.Equal("""[[0,1.25,0,0,1790000000000]]""", await events.NextAsync("readings"));
        Assert.Equal("""{"version":1,"running":true}""", await events.NextAsync("status"));

        site.Measure(1, new LiveReading(1, null, Quality.Bad, Reason.NoAnswer, null));
        Assert.Equal("""[[1,null,2,2,null]]""", await events.NextAsync("readings"));

        site.Say("""{"version":1,"readings":1}""");
        Assert.Equal("""{"version":1,"readings":1}""", await events.NextAsync("status"));
    }

    [Fact]
    public async Task What_is_again_as_it_was_before_somebody_came_is_told_as_a_change()
    {
        await using var site = await RunningSite.StartAsync();
        site.Say("""{"version":1}""", """{"en":"first"}""");
        using (var before = await Events.OpenAsync(site.Client))
        {
            site.Say("""{"version":1}""", """{"en":"second"}""");
            Assert.Equal("""{"en":"first"}""", await before.NextAsync("said"));
            Assert.Equal("""{"en":"second"}""", await before.NextAsync("said"));
        }

        await Eventually.True(() => site.Hub.IsResting);
        site.Say("""{"version":1}""", """{"en":"first"}""");
        using var events = await Events.OpenAsync(site.Client);
        Assert.Equal("""{"en":"first"}""", await events.NextAsync("said"));
        site.Say("""{"version":1}""", """{"en":"second"}""");

        Assert.Equal("""{"en":"second"}""", await events.NextAsync("said"));
    }

    [Fact]
    public async Task Nobody_looks_at_the_gateway_while_nobody_watches()
    {
        await using var site = await RunningSite.StartAsync();
        using (await Events.OpenAsync(site.Client))
            await Eventually.True(() => site.Looks > 2);
        await Eventually.True(() => site.Hub.Viewers == 0);
        await Eventually.True(() => site.Hub.IsResting);
        var looks = site.Looks;

        using var again = await Events.OpenAsync(site.Client);

        Assert.Equal("[]", await again.NextAsync("readings"));
        Assert.InRange(site.Looks, looks + 1, looks + 3);
    }

    [Fact]
    public async Task More_viewers_than_there_may_be_are_told_so()
    {
        await using var site = await RunningSite.StartAsync();
        var viewers = Enumerable.Range(0, LiveHub.MostViewers).Select(_ => site.Watch()!).ToList();

        using var answer = await site.Client.GetAsync("/api/v1/live", HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Contains("too-many-viewers", await answer.Content.ReadAsStringAsync());
        viewers.ForEach(v => v.Dispose());
        using var events = await Events.OpenAsync(site.Client);
        Assert.Equal("[]", await events.NextAsync("readings"));
    }

    [Fact]
    public async Task A_viewer_who_does_not_keep_up_is_let_go_and_the_others_are_not_held_up()
    {
        await using var site = await RunningSite.StartAsync();
        using var slow = site.Watch()!;
        using var events = await Events.OpenAsync(site.Client);
        await events.NextAsync("readings");

        for (ulong i = 1; !slow.Frames.Completion.IsCompleted && site.Hub.Viewers > 1; i++)
        {
            site.Measure(0, new LiveReading(i, i, Quality.Good, Reason.None, null));
            await events.NextAsync("readings");
        }

        Assert.Equal(1, site.Hub.Viewers);
    }

    [Fact]
    public async Task A_look_that_fails_ends_nothing_and_all_is_shown_when_it_works_again()
    {
        await using var site = await RunningSite.StartAsync();
        using var events = await Events.OpenAsync(site.Client);
        await events.NextAsync("status");
        (site.ReadingsFault, site.StatusFault) = (new IOException("the card is gone"), new IOException("the card is gone"));
        site.Measure(0, new LiveReading(1, 1.25, Quality.Good, Reason.None, null));
        var looks = site.Looks;
        await Eventually.True(() => site.Looks > looks + 8);
        using var meanwhile = await Events.OpenAsync(site.Client);

        site.StatusFault = null;
        Assert.Equal("""{"version":1,"running":true}""", await events.NextAsync("status"));
        Assert.Equal("""{"version":1,"running":true}""", await meanwhile.NextAsync("status"));
        site.ReadingsFault = null;
        Assert.Equal("[[0,1.25,0,0,null]]", await events.NextAsync("readings"));
        Assert.Equal(2, site.Hub.Viewers);
    }

    [Fact]
    public async Task Who_watches_is_shown_what_changed_just_before_another_came()
    {
        await using var site = await RunningSite.StartAsync();
        var hub = new LiveHub(site, site, new ManualTimeProvider(), NullLogger<LiveHub>.Instance);
        using var first = hub.Join(Anyone)!;
        site.Measure(0, new LiveReading(1, 1.25, Quality.Good, Reason.None, null));

        using var second = hub.Join(Anyone)!;

        Assert.Contains("[[0,1.25,0,0,null]]", Shown(first), StringComparison.Ordinal);
        Assert.Contains("[[0,1.25,0,0,null]]", Shown(second), StringComparison.Ordinal);
    }

    private static Looker Anyone => new(new object(), IPAddress.Loopback, () => true);

    private static string Shown(Viewer viewer)
    {
        var shown = new StringBuilder();
        while (viewer.Frames.TryRead(out var frame))
            shown.Append(Encoding.UTF8.GetString(frame.Span));
        return shown.ToString();
    }

    private sealed class Events(Stream stream) : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

        private readonly StreamReader _reader = new(stream, Encoding.UTF8);

        public static async Task<Events> OpenAsync(HttpClient client) => new(await client.GetStreamAsync("/api/v1/live"));

        public async Task<string> NextAsync(string type)
        {
            while (await _reader.ReadLineAsync().WaitAsync(Patience) is { } line)
            {
                if (line == $"event: {type}")
                    return (await _reader.ReadLineAsync().WaitAsync(Patience))!["data: ".Length..];
            }

            throw new EndOfStreamException("the events ended");
        }

        public void Dispose() => _reader.Dispose();
    }
}
