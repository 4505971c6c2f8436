using Edge.Gateway.Budget;
using Edge.Gateway.Configuration;
using Edge.Gateway.Consequences;
using Edge.Gateway.Rehearsals;
using Edge.Gateway.Tests.Configuration;
using Edge.Testing;

namespace Edge.Gateway.Tests.Consequences;

public sealed class ConsequenceTests
{
    private static readonly GatewayConfiguration Site = ConfigurationText.Read(ConfigurationText.Good);

    private static readonly Measured Some = new(BytesPerDay: 10e6, LastingBytesPerDay: 4e6, SealsPerDay: 8640, EntriesPerDay: 225_000, WrittenPerDay: 1e9, AnchorBytes: 1300);

    [Fact]
    public void Figures_follow_from_the_sensors_and_what_was_measured()
    {
        var figures = ConfigurationConsequences.Of(Site, Some, available: 1_000_000_000_000);

        Assert.Equal(172_800 + 43_200, figures.ReadingsPerDay);
        Assert.Equal((8e9 - Ballast.Most) / 10e6, figures.BufferDays, 6);
        Assert.False(figures.DiskLimits);
        Assert.Equal((8e9 - Ballast.Most) / 4e6, figures.HashesFillDays, 6);
        Assert.Equal(10e6 / 216_000, figures.BytesPerReading, 6);
        Assert.Null(figures.CardYears);
        Assert.Equal(1300.0 * 8640 * 30, figures.AnchorBytesPerMonth, 3);
    }

    [Fact]
    public void The_cards_life_is_what_it_bears_at_what_is_written()
    {
        var site = Site with { Store = Site.Store with { Card = new CardSettings(365.25e9 * 7) } };

        Assert.Equal(7.0, ConfigurationConsequences.Of(site, Some, null).CardYears!.Value, 6);
    }

    [Theory]
    [InlineData(1_000_000_000_000, 900, Doubt.KeptShorter)]
    [InlineData(1_000_000_000, 30, Doubt.DiskIsSmaller, Doubt.HashesFill)]
    [InlineData(-5, 1, Doubt.NoRoom, Doubt.KeptShorter)]
    public void What_nobody_may_have_wanted_is_named(long available, int keepDays, params Doubt[] expected)
    {
        var site = Site with { Store = Site.Store with { KeepAnchored = TimeSpan.FromDays(keepDays), Card = new CardSettings(1e15) } };

        Assert.Equal(expected, ConfigurationConsequences.Of(site, Some, available).Doubts(site).Except([Doubt.NoDevice, Doubt.NoChip]));
    }

    [Fact]
    public void Every_page_fits_eighty_columns_in_both_languages()
    {
        var store = Site.Store with { KeepAnchored = TimeSpan.FromDays(9000), WhenFull = [new StopPolicy(["tap.ph"]), new ThinPolicy(10, ["main.pressure"]), new ThinPolicy(100, []), new EvictPolicy(), new BlockPolicy()] };
        foreach (var words in new[] { ConsequenceWords.English, ConsequenceWords.Chinese })
        {
            foreach (var available in new long?[] { null, 3_000_000_000, -1 })
            {
                var page = ConsequencePage.Write(Site with { Store = store }, ConfigurationConsequences.Of(Site with { Store = store }, Some, available), words);

                Assert.All(page.Split('\n'), line => Assert.InRange(line.Sum(c => c >= '\u2E80' ? 2 : 1), 0, 80));
                Assert.Equal(words == ConsequenceWords.Chinese, page.Contains('每', StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Every_doubt_has_words_of_its_own_in_both_languages()
    {
        var figures = ConfigurationConsequences.Of(Site, Some, null);
        foreach (var words in new[] { ConsequenceWords.English, ConsequenceWords.Chinese })
            Assert.Equal(Enum.GetValues<Doubt>().Length, Enum.GetValues<Doubt>().Select(d => words.Say(d, figures, Site)).Where(s => s.Length > 10).Distinct().Count());
    }

    [Fact]
    public void A_disk_without_room_is_not_called_good_and_a_few_hours_are_not_none()
    {
        var full = ConfigurationConsequences.Of(Site, Some, available: -5);
        Assert.StartsWith("city.example/water-gw-0001: well formed, but this disk has no room for its log.", ConsequencePage.Write(Site, full, ConsequenceWords.English), StringComparison.Ordinal);
        Assert.Contains("但本磁盘没有可供其日志使用的空间", ConsequencePage.Write(Site, full, ConsequenceWords.Chinese), StringComparison.Ordinal);
        Assert.DoesNotContain("0 hours", ConsequencePage.Write(Site, full, ConsequenceWords.English), StringComparison.Ordinal);
        Assert.Contains("1 hour until", ConsequencePage.Write(Site, ConfigurationConsequences.Of(Site, Some, available: Ballast.For(0) + (10_000_000 / 24)), ConsequenceWords.English), StringComparison.Ordinal);
        Assert.Contains("less than a minute until", ConsequencePage.Write(Site, ConfigurationConsequences.Of(Site, Some, available: 1000), ConsequenceWords.English), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_day_takes_is_foretold_within_a_tenth()
    {
        using var folder = new TemporaryDirectory();
        var measured = Trial.Run(Site, CancellationToken.None);
        using (var day = new Rehearsal(Site, folder.File("log")))
        {
            day.RunTo(TimeSpan.FromHours(6));
            day.Stop();
            Assert.Equal((ulong)day.Readings + (ulong)day.Seals, day.Log.Size - 5, 5.0);
        }

        var taken = new DirectoryInfo(folder.File("log")).EnumerateFiles().Sum(f => f.Length);
        Assert.InRange(taken / (measured.BytesPerDay / 4), 0.9, 1.1);
    }
}
