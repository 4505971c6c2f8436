using System.Text;
using Edge.Ledger.Historian;
using Edge.Ledger.Mqtt.Draining;
using Edge.Ledger.Tiles;
using Edge.Testing;

namespace Edge.Ledger.Mqtt.Tests.Draining;

public sealed class DrainClientTests
{
    private static ulong[] Indices(IEnumerable<EntriesMessage> bundles) => [.. bundles.SelectMany(b => Enumerable.Range(0, b.Count).Select(i => b.First + (ulong)i))];

    [Fact]
    public async Task The_backlog_arrives_whole_oldest_first_and_once_and_no_faster_than_the_bucket_lets_it()
    {
        await using var rig = new DrainRig(3_000);

        await rig.PassAsync(10);

        Assert.InRange(rig.Historian.Bundles.Sum(b => b.ToBytes().Length), 110_000, 20_000 + 100_000 + DrainClient.BundleBytes + 200);
        await rig.UntilAsync(() => rig.Historian.Held == 3_000);
        Assert.Equal(Enumerable.Range(0, 3_000).Select(i => (ulong)i), Indices(rig.Historian.Bundles));
        var index = 0UL;
        foreach (var bundle in rig.Historian.Bundles)
        {
            foreach (var entry in new EntryBundle(bundle.Bundle.Span))
                Assert.Equal(rig.Log.Entry(index++), entry);
        }

        await rig.UntilAsync(() => rig.Status is { Remaining: 0, TimeLeft.Ticks: 0 });
        Assert.Contains("The historian has the whole backlog, 3000 entries.", rig.Lines);
    }

    [Fact]
    public async Task What_is_committed_goes_at_once_while_the_backlog_waits()
    {
        await using var rig = new DrainRig(100_000);
        await rig.PassAsync(3);
        var before = rig.Historian.Bundles.Count;

        rig.Log.Append(3);
        await rig.PassAsync(0.1);

        await Eventually.True(() => rig.Historian.Bundles.Skip(before).Any(b => b is { First: 100_000, Count: 3 }));
        Assert.InRange(rig.Historian.Held, 300UL, 1_000UL);
    }

    [Fact]
    public async Task Live_entries_are_sent_although_nothing_of_the_backlog_is_acknowledged()
    {
        await using var rig = new DrainRig(10_000, historian => historian.Answers = false, DrainRig.Options with { Burst = 10_000_000 });
        await rig.UntilAsync(() => rig.Historian.Asked > 0);
        rig.Historian.Answer();
        await rig.PassAsync(5);
        Assert.Equal(4, rig.Historian.Bundles.Count);

        rig.Log.Append();
        await rig.PassAsync(0.1);

        Assert.Equal((10_000UL, 1), (rig.Historian.Bundles[^1].First, rig.Historian.Bundles[^1].Count));
    }

    [Fact]
    public async Task It_goes_on_where_the_historian_says_that_it_holds_nothing()
    {
        await using var rig = new DrainRig(1_000, historian =>
        {
            historian.Holds(0, 500);
            historian.Holds(600, 950);
        });

        await rig.UntilAsync(() => rig.Historian.Held == 1_000);

        Assert.Equal(Enumerable.Range(500, 100).Concat(Enumerable.Range(950, 50)).Select(i => (ulong)i), Indices(rig.Historian.Bundles));
        Assert.Contains("The historian holds 850 of 1000 entries; the other 150 go behind the live ones.", rig.Lines);
    }

    [Fact]
    public async Task After_a_new_connection_what_was_not_acknowledged_goes_again()
    {
        await using var rig = new DrainRig(100);
        await rig.UntilAsync(() => rig.Status.IsHeard);
        rig.Historian.Answers = false;
        rig.Log.Append(5);
        await rig.UntilAsync(() => Indices(rig.Historian.Bundles).Contains(104UL));
        rig.Historian.Cut();
        rig.Historian.Answers = true;

        await rig.UntilAsync(() => rig.Historian.Held == 105);

        Assert.Equal(2, rig.Historian.Asked);
        Assert.Equal(2, Indices(rig.Historian.Bundles).Count(i => i == 104));
    }

    [Fact]
    public async Task A_historian_that_falls_silent_is_asked_again_and_again_and_told_of_once()
    {
        await using var rig = new DrainRig(100_000);
        await rig.UntilAsync(() => rig.Historian.Bundles.Count > 0);
        rig.Historian.Answers = false;
        rig.Log.Append();
        await rig.PassAsync(75);

        Assert.False(rig.Status.IsHeard);
        Assert.Null(rig.Status.TimeLeft);
        Assert.InRange(rig.Historian.Asked, 4, 6);
        Assert.Single(rig.Lines, l => l.StartsWith("The historian is not heard: it did not acknowledge entries", StringComparison.Ordinal));
        rig.Historian.Answer();
        await rig.UntilAsync(() => rig.Status.IsHeard);
        var before = rig.Historian.Bundles.Count;
        rig.Log.Append();
        await rig.PassAsync(0.1);
        await Eventually.True(() => rig.Historian.Bundles.Skip(before).Any(b => b is { First: 100_001, Count: 1 }));
    }

    [Fact]
    public async Task A_broker_that_says_that_nobody_is_there_is_believed_at_once()
    {
        await using var rig = new DrainRig(100, historian => (historian.Answers, historian.Reason) = (false, 0x10));

        await rig.PassAsync(30);

        Assert.Empty(rig.Historian.Bundles);
        Assert.InRange(rig.Historian.Asked, 3, 4);
        Assert.Single(rig.Lines, l => l.Contains("the broker says of edge/v1/gw-1/entries: no matching subscribers", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("edge-held/v1\n0 101\n", "this log has 100")]
    [InlineData("edge-held/v1\n0 9223372036854775807\n", "this log has 100")]
    [InlineData("edge-held/v2\n", "edge-held/v1")]
    [InlineData("\u0001\u0002", "held, line 1")]
    public async Task Words_that_cannot_be_true_are_not_believed_and_change_nothing(string word, string why)
    {
        await using var rig = new DrainRig(100, historian => historian.Answers = false);
        await rig.UntilAsync(() => rig.Historian.Asked > 0);

        rig.Historian.Say(Encoding.UTF8.GetBytes(word));
        await rig.UntilAsync(() => rig.Status.NotBelieved == 1);

        Assert.Contains(rig.Lines, l => l.StartsWith("What the historian said was not believed", StringComparison.Ordinal) && l.Contains(why, StringComparison.Ordinal));
        Assert.Empty(rig.Historian.Bundles);
        rig.Historian.Answers = true;
        rig.Historian.Answer();
        await rig.UntilAsync(() => rig.Historian.Held == 100);
    }

    [Fact]
    public async Task A_historian_that_holds_less_than_it_said_gets_it_again_and_is_told_of()
    {
        await using var rig = new DrainRig(100);
        await rig.UntilAsync(() => rig.Historian.Held == 100 && rig.Status.Remaining == 0);

        rig.Historian.Say(Encoding.UTF8.GetBytes("edge-held/v1\n0 40\n"));
        await rig.UntilAsync(() => Indices(rig.Historian.Bundles).Count(i => i == 99) == 2);

        Assert.Contains("The historian holds 40 entries and said 100 before: what it lacks is sent again.", rig.Lines);
        Assert.Equal(60, Indices(rig.Historian.Bundles).GroupBy(i => i).Count(g => g.Count() == 2));
    }

    [Fact]
    public async Task Evicted_and_damaged_entries_are_skipped_and_told_of()
    {
        await using var rig = new DrainRig(1_000, historian => historian.Holds(0, 100), log: log =>
        {
            log.Evict(300);
            log.Damaged.UnionWith([500, 501, 502]);
        });

        await rig.UntilAsync(() => rig.Historian.Held == 797 && rig.Status.Remaining == 0);

        Assert.Equal(203UL, rig.Status.Skipped);
        Assert.Equal(Enumerable.Range(300, 200).Concat(Enumerable.Range(503, 497)).Select(i => (ulong)i), Indices(rig.Historian.Bundles));
        Assert.Contains(rig.Lines, l => l.StartsWith("200 of the entries 100 to 299 are no longer held", StringComparison.Ordinal));
        Assert.Contains(rig.Lines, l => l.StartsWith("3 of the entries 500 to 502 are no longer held", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Entries_that_went_do_not_wait_for_a_historian_that_is_away()
    {
        await using var rig = new DrainRig(1_000, historian => historian.Answers = false, log: log => log.Evict(977));
        await rig.UntilAsync(() => rig.Historian.Asked > 0);

        Assert.Equal((false, 23UL), (rig.Status.IsHeard, rig.Status.Remaining));

        rig.Log.Evict(990);
        await rig.PassAsync(0.2);
        Assert.Equal(10UL, rig.Status.Remaining);
    }

    [Fact]
    public async Task What_the_historian_lacks_of_what_went_is_told_by_its_first_and_its_last()
    {
        await using var rig = new DrainRig(
            1_000,
            historian =>
            {
                historian.Holds(0, 100);
                historian.Holds(150, 200);
                historian.Holds(280, 300);
            },
            log: log => log.Evict(300));

        await rig.UntilAsync(() => rig.Status.Remaining == 0);

        Assert.Single(rig.Lines, l => l.StartsWith("130 of the entries 100 to 279 are no longer held", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_was_not_believed_is_no_silence()
    {
        await using var rig = new DrainRig(100, historian => historian.Answers = false);
        await rig.UntilAsync(() => rig.Historian.Asked > 0);

        rig.Historian.Say("edge-held/v1\n0 101\n"u8.ToArray());
        await rig.UntilAsync(() => rig.Status.Doubt is not null);
        await rig.PassAsync(20);

        Assert.Contains("this log has 100", rig.Status.Doubt, StringComparison.Ordinal);
        Assert.Single(rig.Lines, l => l.StartsWith("The historian is not heard: what it answered was not believed: it says that it holds entry 100", StringComparison.Ordinal));
        rig.Historian.Answers = true;
        rig.Historian.Answer();
        await rig.UntilAsync(() => rig.Status is { IsHeard: true, Doubt: null });
    }

    [Fact]
    public async Task While_the_log_gives_nothing_away_nothing_waits_and_afterwards_the_figures_are_right_again()
    {
        await using var rig = new DrainRig(1_000, historian => historian.Answers = false);
        await rig.UntilAsync(() => rig.Status.Remaining == 1_000);

        rig.Log.Hide(true);
        await rig.PassAsync(0.2);
        Assert.Equal(0UL, rig.Status.Remaining);

        rig.Log.Hide(false);
        await rig.PassAsync(0.2);
        Assert.Equal(1_000UL, rig.Status.Remaining);
    }

    [Fact]
    public async Task The_time_left_is_what_the_bucket_needs_or_what_was_measured_if_that_is_slower()
    {
        await using var rig = new DrainRig(100_000);
        await rig.PassAsync(12);

        var left = rig.Status.TimeLeft!.Value.TotalSeconds;

        var bytes = (100_000 - (double)rig.Historian.Held) * 102;
        Assert.InRange(left, bytes / 10_000, bytes / 10_000 * 1.25);
    }

    [Fact]
    public async Task On_a_slow_line_the_time_left_falls_as_the_backlog_does()
    {
        await using var rig = new DrainRig(10_000, options: DrainRig.Options with { Rate = 1_000, Burst = 1_000 });
        var left = new List<(double Said, double True)>();
        for (var i = 0; i < 240; i++)
        {
            rig.Log.Append();
            await rig.PassAsync(1);
            if (i > 120 && rig.Status.TimeLeft is { } said)
                left.Add((said.TotalSeconds, (rig.Status.Remaining - 1) * 102.0 / 1_000));
        }

        Assert.True(left.Count > 100);
        Assert.All(left, l => Assert.InRange(l.Said / l.True, 0.93, 1.07));
    }

    [Fact]
    public async Task If_nothing_is_acknowledged_for_long_somebody_is_told_once()
    {
        await using var rig = new DrainRig(100, options: DrainRig.Options with { AnswerTimeout = TimeSpan.FromHours(1) });
        await rig.UntilAsync(() => rig.Status is { Remaining: 0 });
        rig.Historian.Answers = false;
        rig.Log.Append();

        await rig.PassAsync(299);
        Assert.DoesNotContain(rig.Lines, l => l.Contains("acknowledged nothing", StringComparison.Ordinal));
        await rig.PassAsync(60);

        Assert.Single(rig.Lines, l => l.Contains("For 5 min the historian acknowledged nothing", StringComparison.Ordinal));
    }
}
