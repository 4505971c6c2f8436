using Edge.Gateway.Configuration;
using static Edge.Ledger.Entries.Reason;

namespace Edge.Gateway.Tests.Truth;

/// <summary>What is wrong in recordings of real plants leads, under rules, to its reason, and what is right to none. What is expected is said by the recording's own values.</summary>
public sealed class RecordedTruthTests
{
    private const string Well = "pipeline_3w_well00002_dhsv.csv", Household = "energy_uci_household.csv", Gecco = "water_quality_gecco2018.csv", Skab = "pipeline_skab_anomaly_free.csv",
        Canary = "water_quality_canary_station_b.csv";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [RecordingFact(Well)]
    public void A_temperature_that_is_frozen_is_doubted_after_its_time_and_a_flow_that_rests_is_not()
    {
        using var log = new RecordedLog(Well, Second, new Dictionary<string, RuleSettings>
        {
            ["main.choke.temperature"] = new() { FlatLine = TimeSpan.FromMinutes(10) },
            ["main.choke.pressure"] = new() { FlatLine = TimeSpan.FromMinutes(10), FlatBand = 0 },
        });

        log.AssertEveryValueSurvives();
        Assert.Single(log.Recorded("main.choke.temperature").Distinct());
        Assert.Single(log.Recorded("main.gaslift.flow").Distinct());
        log.AssertReasons("main.choke.temperature", row => row > 600 ? FlatLine : None);
        log.AssertReasons("main.gaslift.flow", _ => None);
        log.AssertReasons("main.choke.pressure", _ => None);
        log.AssertReasons("main.well.pressure", _ => None);
        Assert.All(log.Readings["main.gaslift.temperature"], r => Assert.Equal(LoopLow, r.Reason));
    }

    [RecordingFact(Gecco)]
    public void A_station_that_drops_to_4_mA_for_its_service_is_out_of_range_and_its_return_is_not_doubted()
    {
        using var log = new RecordedLog(Gecco, TimeSpan.FromSeconds(5), new Dictionary<string, RuleSettings>
        {
            ["water.ph"] = new() { Lowest = 5, Highest = 9.5 },
            ["water.redox"] = new() { Lowest = 350, Highest = 900, Rate = 20 },
        });
        var (ph, redox) = (log.Recorded("water.ph"), log.Recorded("water.redox"));

        log.AssertEveryValueSurvives();
        Assert.Equal((42, 10), (ph.Count(v => v < 5), redox.Count(v => v < 350)));
        log.AssertReasons("water.ph", row => ph[row] < 5 ? OutOfRange : None);
        // At one row of the recording the value falls by 305 mV and stays there: so fast is doubted once.
        log.AssertReasons("water.redox", row => redox[row] < 350 ? OutOfRange : row > 0 && redox[row - 1] - redox[row] is > 200 and < 400 && redox[row] > 350 ? RateOfChange : None);
        log.AssertReasons("water.conductivity", _ => None);
    }

    [RecordingFact(Household)]
    public void A_meter_that_was_away_warms_up_and_a_submeter_at_zero_for_days_is_healthy()
    {
        using var log = new RecordedLog(Household, Second, new Dictionary<string, RuleSettings> { ["power.voltage"] = new() { WarmUp = TimeSpan.FromSeconds(2.5) } });
        var recorded = log.Recorded("power.voltage");

        log.AssertEveryValueSurvives();
        Assert.Contains(recorded, v => v is null);
        log.AssertReasons("power.voltage", row => row < 3 || recorded[(row - 3)..row].Contains(null) ? WarmUp : None);
        log.AssertReasons("power.sub1", _ => None);
    }

    [RecordingFact(Canary)]
    public void An_analyser_that_died_and_chlorine_that_is_gone_are_doubted_and_a_plant_that_rests_is_not()
    {
        var row = TimeSpan.FromSeconds(5);
        using var log = new RecordedLog(Canary, row, new Dictionary<string, RuleSettings>
        {
            ["water.toc"] = new() { FlatLine = 100 * row },
            ["water.chlorine"] = new() { Lowest = 0.205, Highest = 4.5 },
            ["water.plant.ph"] = new() { Lowest = 5, Highest = 9.5 },
        });
        var (toc, chlorine, ph, flow) = (log.Recorded("water.toc"), log.Recorded("water.chlorine"), log.Recorded("water.plant.ph"), log.Recorded("main.plant.flow"));
        var still = Still(toc).ToArray();

        log.AssertEveryValueSurvives();
        Assert.Equal((1970, 2055), (still.Max(), chlorine.Count(v => v == 0)));
        log.AssertReasons("water.toc", at => still[at] > 100 ? FlatLine : None);
        log.AssertReasons("water.chlorine", at => chlorine[at] < 0.205 ? OutOfRange : None);
        log.AssertReasons("water.plant.ph", at => ph[at] < 5 ? OutOfRange : None);
        Assert.True(flow.Count(v => v == 0) > 600);
        log.AssertReasons("main.plant.flow", _ => None);
    }

    [RecordingFact(Skab)]
    public void The_same_recording_makes_the_same_log_to_the_last_bit()
    {
        var rules = new Dictionary<string, RuleSettings> { ["main.pressure"] = new() { Lowest = 0, Highest = 2, Rate = 0.5 } };
        using var first = new RecordedLog(Skab, Second, rules, most: 1_000);
        using var again = new RecordedLog(Skab, Second, rules, most: 1_000);
        using var other = new RecordedLog(Skab, Second, new Dictionary<string, RuleSettings>(), most: 1_000);

        Assert.Contains(first.Readings["main.pressure"], r => r.Reason == OutOfRange);
        Assert.Equal(first.Root, again.Root);
        Assert.NotEqual(first.Root, other.Root);
    }

    /// <summary>Rows for which a value has been seen to stand still; beside a blank nobody saw it.</summary>
    private static IEnumerable<int> Still(double?[] values)
    {
        var (last, rows) = (default(double?), 0);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value)
                (last, rows) = (value, value != last ? 0 : values[i - 1] is null ? rows : rows + 1);
            yield return rows;
        }
    }
}
