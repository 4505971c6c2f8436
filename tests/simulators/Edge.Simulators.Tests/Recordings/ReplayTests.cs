using Edge.Testing;
using Edge.Ledger.Entries;
using Edge.Simulators.Recordings;
using Edge.Simulators.Sites;

namespace Edge.Simulators.Tests.Recordings;

public sealed class ReplayTests
{
    private const string Skab = "pipeline_skab_anomaly_free.csv", Well = "pipeline_3w_well00002_dhsv.csv", Household = "energy_uci_household.csv";
    private const string Station = "water_quality_canary_station_b.csv", Gecco = "water_quality_gecco2018.csv";

    private static LockStep Replay(string file, double secondsPerRow)
    {
        var path = RecordingFolder.Find(file);
        var site = MappingLibrary.Find(path)!;
        var columns = site.Sensors.SelectMany(s => s.Sources).OfType<ColumnSource>();
        return new LockStep(site, RecordingReader.Read(path, site.Recording!, columns), secondsPerRow).Run();
    }

    [RecordingFact(Skab)]
    public void Every_value_of_the_pump_loop_survives_registers_and_drivers()
    {
        var replay = Replay(Skab, 1);
        Assert.Equal(9405 * 8, replay.Values);
        Assert.Empty(replay.Absent);
    }

    [RecordingFact(Household)]
    public void Every_value_of_the_household_survives_and_every_blank_is_absent_with_its_reason()
    {
        var replay = Replay(Household, 1);
        Assert.Equal(24_996 * 7, replay.Values);
        Assert.Equal(new Dictionary<Reason, int> { [Reason.NoAnswer] = 4 * 2, [Reason.LoopLow] = 4 * 5 }, replay.Absent);
    }

    [RecordingFact(Station)]
    public void Every_value_of_the_water_station_survives_and_every_blank_is_absent_with_its_reason()
    {
        var replay = Replay(Station, 5);
        Assert.Equal(7197 * 12, replay.Values);
        Assert.Equal(new Dictionary<Reason, int> { [Reason.NoData] = 3 * 2, [Reason.LoopLow] = 3 * 10 }, replay.Absent);
    }

    [RecordingFact(Gecco)]
    public void Every_value_of_the_challenge_station_survives()
    {
        var replay = Replay(Gecco, 5);
        Assert.Equal(21_000 * 9, replay.Values);
        Assert.Empty(replay.Absent);
    }

    [RecordingFact(Well)]
    public void Every_value_of_the_well_survives_and_its_blank_column_is_absent_throughout()
    {
        var replay = Replay(Well, 1);
        Assert.Equal(9121 * 7, replay.Values);
        Assert.Equal(new Dictionary<Reason, int> { [Reason.LoopLow] = 9121 }, replay.Absent);
    }

    [Fact]
    public void Each_device_reports_a_blank_by_its_own_reason_and_never_as_zero()
    {
        var site = SiteFile.Read(SmallSite.Mapping, "small.yaml");
        var recording = RecordingReader.Read(new StringReader(SmallSite.Csv), "small.csv", site.Recording!, SmallSite.Columns(site));
        var replay = new LockStep(site, recording, 3).Run();
        Assert.Equal(5 * 5, replay.Values);
        Assert.Equal(
            new Dictionary<Reason, int> { [Reason.NoAnswer] = 4, [Reason.NoData] = 2, [Reason.LoopLow] = 2, [Reason.Removed] = 2 }.OrderBy(r => r.Key),
            replay.Absent.OrderBy(r => r.Key));
    }
}
