using Edge.Simulators.Recordings;
using Edge.Simulators.Sites;

namespace Edge.Simulators.Tests.Recordings;

public sealed class MappingLibraryTests
{
    public static TheoryData<string> Names => [.. MappingLibrary.All().Select(m => m.Name)];

    [Fact]
    public void There_is_one_for_each_of_the_five_recordings() =>
        Assert.Equal(["3w-well", "canary-station-b", "gecco2018", "skab", "uci-household"], MappingLibrary.All().Select(m => m.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void With_the_benchs_sensors_all_three_domains_exist_and_nothing_collides(string name)
    {
        var site = MappingLibrary.All().Single(m => m.Name == name).FilledFrom(MappingLibrary.Bench());
        Assert.Equal(SiteDescription.Domains.Order(), site.Sensors.Select(s => s.Domain).Distinct().Order());
        Assert.Equal(site.Sensors.Count, site.Sensors.Select(s => (s.Plan.Bus, s.Plan.Place)).Distinct().Count());
        var channels = site.Sensors.SelectMany(s => s.Plan.Channels).Select(c => c.Name).ToList();
        Assert.Equal(channels.Count, channels.Distinct().Count());
        Assert.NotEmpty(site.Attribution);
    }

    [Fact]
    public void The_header_decides_which_one_whatever_the_quotes()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "\"\",\"Time\",\"Tp\",\"Cl\",\"pH\",\"Redox\",\"Leit\",\"Trueb\",\"Cl_2\",\"Fm\",\"Fm_2\",\"EVENT\"\n");
        Assert.Equal("gecco2018", MappingLibrary.Find(path)?.Name);
        File.WriteAllText(path, "Date,Temperature\n");
        Assert.Null(MappingLibrary.Find(path));
        File.Delete(path);
    }

    [Fact]
    public void Columns_beside_those_that_are_mapped_do_not_matter()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "anomaly;datetime;Accelerometer1RMS;Accelerometer2RMS;Current;Pressure;Temperature;Thermocouple;Voltage;Volume Flow RateRMS;changepoint\n");
        var site = MappingLibrary.Find(path)!;
        Assert.Equal("skab", site.Name);
        Assert.Equal("anomaly", site.Recording!.Header[0]);
        File.WriteAllText(path, "datetime;Accelerometer1RMS;Accelerometer2RMS;Current;Temperature;Thermocouple;Voltage;Volume Flow RateRMS\n");
        Assert.Null(MappingLibrary.Find(path));
        File.Delete(path);
    }

    [Fact]
    public void A_site_filled_from_the_bench_never_has_two_devices_at_one_place()
    {
        var path = Path.GetTempFileName();
        var names = Enumerable.Range(1, 16).Select(i => $"c{i}").ToList();
        File.WriteAllText(path, $"time,{string.Join(',', names)}\n2026-01-01 00:00:00,{string.Join(',', names.Select(_ => "1.5"))}\n2026-01-01 00:00:01,{string.Join(',', names.Select(_ => "2.5"))}\n");
        var site = SiteFile.Read(MappingDraft.Write(path), "draft").FilledFrom(MappingLibrary.Bench());
        Assert.Equal(site.Sensors.Count, site.Sensors.Select(s => (s.Plan.Bus, s.Plan.Place)).Distinct().Count());
        Assert.Equal(SiteDescription.Domains.Order(), site.Sensors.Select(s => s.Domain).Distinct().Order());
        File.Delete(path);
    }
}
