using System.Diagnostics.Metrics;
using Edge.Site.Metrics;
using Edge.Site.Tests.Serving;

namespace Edge.Site.Tests.Metrics;

public sealed class PrometheusTextTests
{
    [Theory]
    [InlineData("edge.readings", "{reading}", true, "edge_readings_total")]
    [InlineData("edge.disk.written", "By", true, "edge_disk_written_bytes_total")]
    [InlineData("edge.anchor.lag", "s", false, "edge_anchor_lag_seconds")]
    [InlineData("edge.store.growth", "By/d", false, "edge_store_growth_bytes_per_day")]
    [InlineData("edge.card.life", "d", false, "edge_card_life_days")]
    [InlineData("edge.clock.known", "{flag}", false, "edge_clock_known")]
    [InlineData("edge.wait_seconds", "s", false, "edge_wait_seconds")]
    [InlineData("edge.odd", "furlong", false, "edge_odd")]
    public void A_name_has_its_unit_behind_it_and_a_counter_says_so(string name, string unit, bool isCounter, string expected)
    {
        using var meter = new Meter("test");
        Assert.Equal(expected, MetricName.Of(meter.CreateObservableGauge(name, () => 1, unit), isCounter));
    }

    [Fact]
    public async Task A_scrape_has_each_family_once_with_its_help_type_and_samples_escaped_and_what_says_nothing_is_left_out()
    {
        await using var site = await RunningSite.StartAsync();
        site.Meter.CreateObservableCounter("edge.b", () => new Measurement<long>[] { new(3, new KeyValuePair<string, object?>("device", "gpio \"17\"\\\n")), new(4, new("device", "i2c-1"), new("quantile", "0.5")) }, "{round}", "Rounds,\nby device \\ place.");
        site.Meter.CreateObservableGauge("edge.a", () => 0.25, "s", "Lag.");
        site.Meter.CreateObservableGauge("edge.silent", () => Array.Empty<Measurement<int>>(), "s", "Nothing.");
        site.Meter.CreateObservableGauge("edge.endless", () => double.PositiveInfinity, "{flag}", "Endless.");
        using var elsewhere = new Meter("site under test");
        elsewhere.CreateObservableGauge("edge.foreign", () => 1);

        using var answer = await site.Client.GetAsync("/metrics");

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            """
            # HELP edge_a_seconds Lag.
            # TYPE edge_a_seconds gauge
            edge_a_seconds 0.25
            # HELP edge_b_total Rounds,\nby device \\ place.
            # TYPE edge_b_total counter
            edge_b_total{device="gpio \"17\"\\\n"} 3
            edge_b_total{device="i2c-1",quantile="0.5"} 4
            # HELP edge_endless Endless.
            # TYPE edge_endless gauge
            edge_endless +Inf

            """.ReplaceLineEndings("\n"), await answer.Content.ReadAsStringAsync());
    }
}
