using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Edge.Gateway.Health;
using Edge.Site.Metrics;
using Edge.Testing;

namespace Edge.Gateway.Tests.Health;

/// <summary>Rules and dashboard that operators take over use names that a gateway serves.</summary>
public sealed partial class MonitoringFilesTests
{
    private const string Folder = "hardware/monitoring";

    [Theory]
    [InlineData("alerts.yml", 12)]
    [InlineData("alerts.test.yml", 12)]
    [InlineData("grafana.json", 20)]
    [InlineData("README.md", 12)]
    public void Every_metric_that_a_file_names_is_served(string file, int atLeast)
    {
        var served = Served();
        var named = Name().Matches(Read(file)).Select(m => m.Value).Distinct().ToList();

        Assert.True(named.Count >= atLeast, $"{named.Count} names");
        Assert.Empty(named.Except(served));
    }

    [Fact]
    public void Every_need_that_a_rule_waits_for_is_one()
    {
        var needs = Enum.GetValues<Need>().Select(n => JsonNamingPolicy.SnakeCaseLower.ConvertName(n.ToString()));
        var waited = Waited().Matches(Read("alerts.yml")).Select(m => m.Groups[1].Value).ToList();

        Assert.NotEmpty(waited);
        Assert.Empty(waited.Except(needs));
    }

    [Fact]
    public void The_page_tells_each_alert_with_what_it_waits_for()
    {
        var page = Read("README.md");
        var rules = Rule().Matches(Read("alerts.yml")).Select(m => (Name: m.Groups[1].Value, Waits: m.Groups[2].Value)).ToList();

        Assert.True(rules.Count >= 15);
        Assert.All(rules, rule => Assert.Contains($"| `{rule.Name}` ", page, StringComparison.Ordinal));
        Assert.All(rules, rule => Assert.Contains($"`{rule.Waits}`", page, StringComparison.Ordinal));
    }

    private static HashSet<string> Served()
    {
        var names = new HashSet<string>();
        using var meter = new GatewayMeter(() => throw new InvalidOperationException("nobody asks for figures"));
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter == meter.Meter)
                names.Add(MetricName.Of(instrument, instrument.GetType().Name.StartsWith("ObservableCounter", StringComparison.Ordinal)));
        };
        listener.Start();
        return names;
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Programs.RepositoryRoot, Folder, file));

    [GeneratedRegex(@"\bedge_[a-z_]+[a-z]\b")]
    private static partial Regex Name();

    [GeneratedRegex("need=\"([a-z_]+)\"")]
    private static partial Regex Waited();

    [GeneratedRegex(@"- alert: (\w+)\n +expr: (.+)\n")]
    private static partial Regex Rule();
}
