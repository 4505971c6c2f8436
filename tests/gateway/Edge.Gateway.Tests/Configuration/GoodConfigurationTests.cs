using System.Diagnostics;
using System.Text;
using Edge.Gateway.Configuration;
using Edge.Ledger.Merkle;
using Edge.Testing;

namespace Edge.Gateway.Tests.Configuration;

public sealed class GoodConfigurationTests
{
    [Fact]
    public void Every_setting_arrives()
    {
        var read = ConfigurationText.Read(ConfigurationText.Good);

        Assert.Equal(("city.example/water-gw-0001", "technician Li"), (read.Origin.ToString(), read.Who));
        Assert.Equal(TreeHasher.Sha256.Hash(Encoding.UTF8.GetBytes(ConfigurationText.Good)), read.FileHash);
        Assert.Equal(new StoreSettings { Folder = "/etc/edge/data/edge-log", CommitAge = TimeSpan.FromMilliseconds(500), KeepAnchored = TimeSpan.FromDays(30) }, read.Store);
        Assert.Equal(new SealSettings { Entries = 1000, Age = TimeSpan.FromSeconds(5) }, read.Seal);
        Assert.Equal(("broker.city.example", 8884, "gw", "water-gw-0001"), (read.Broker.Host, read.Broker.Port, read.Broker.UserName, read.Broker.ClientId));
        Assert.Equal(new AnchorSettings { MinInterval = TimeSpan.FromSeconds(2), AnswerTimeout = TimeSpan.FromSeconds(20) }, read.Anchoring);
        Assert.Equal(new ClockSettings { TrustHost = true, Uncertainty = TimeSpan.FromMilliseconds(250) }, read.Clock);
        Assert.Equal(["/dev/i2c-1", "pinctrl-bcm2711"], read.Buses.Select(b => b.Device ?? b.Chip));
        Assert.Equal([("ads1115", 0x48, 500.0), ("ezo-ph", 0x63, 2000.0)], read.Sensors.Select(s => (s.Driver, s.Place, s.Period.TotalMilliseconds)));
    }

    [Fact]
    public void Every_channel_has_its_settings_and_its_sensors_definition()
    {
        var channels = ConfigurationText.Read(ConfigurationText.Good).Channels;

        Assert.Equal([("main.pressure", "bar", "pipeline"), ("tap.ph", "pH", "water")], channels.Select(c => (c.Name, c.Unit, c.Domain)));
        Assert.Equal(((double?)2, (double?)8), (channels[0].AlarmLow, channels[0].AlarmHigh));
        Assert.Equal(new CalibrationSettings { Date = "2026-11-01", Certificate = "C-17", Who = "City Metrology", Result = "exact" }, channels[0].Calibration);
        Assert.Null(channels[1].Calibration);
        Assert.Contains("\"driver\":\"ads1115\"", channels[0].Definition, StringComparison.Ordinal);
        Assert.Contains("\"bus_at\":\"/dev/i2c-1\"", channels[0].Definition, StringComparison.Ordinal);
        Assert.Contains("\"shunt\":\"150\"", channels[0].Definition, StringComparison.Ordinal);
        Assert.Contains("\"alarm_high\":8,\"alarm_low\":2,", channels[0].Definition, StringComparison.Ordinal);
        Assert.DoesNotContain("alarm", channels[1].Definition, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_written_has_its_documented_default()
    {
        var text = ConfigurationText.Good;
        foreach (var line in text.Split('\n').Where(l => l.StartsWith("store", StringComparison.Ordinal) || l.StartsWith("seal", StringComparison.Ordinal)
            || l.StartsWith("anchoring", StringComparison.Ordinal) || l.StartsWith("clock", StringComparison.Ordinal) || l.StartsWith("retention", StringComparison.Ordinal)))
            text = text.Replace(line + "\n", "", StringComparison.Ordinal);

        var read = ConfigurationText.Read(text);

        Assert.Equal(new StoreSettings { Folder = "/etc/edge/edge-log" }, read.Store);
        Assert.Equal((new SealSettings(), new AnchorSettings(), new ClockSettings()), (read.Seal, read.Anchoring, read.Clock));
        Assert.Equal((4096, 10.0, 1.0, false), (read.Seal.Entries, read.Seal.Age.TotalSeconds, read.Store.CommitAge.TotalSeconds, read.Clock.TrustHost));
    }

    [Fact]
    public void Paths_are_relative_to_the_file()
    {
        using var folder = new TemporaryDirectory();

        var read = ConfigurationReader.Read(folder.Write("gateway/gateway.yaml", ConfigurationText.With("key: gateway.key", "key: /etc/edge/other.key")));

        Assert.Equal(
            (folder.File("policy.txt"), folder.File("gateway/data/edge-log"), "/etc/edge/other.key"), (read.PolicyFile, read.Store.Folder, read.KeyFile));
    }

    [Fact]
    public void Four_times_as_many_sensors_take_about_four_times_as_long_to_read()
    {
        Many(1000);
        var (few, many) = (Least(() => Many(1000)), Least(() => Many(4000)));

        // Sixteen times, where each sensor looks through all others.
        Assert.InRange(many / few, 0, 9);
    }

    private static double Least(Action read) => Enumerable.Range(0, 3).Min(_ =>
    {
        var watch = Stopwatch.StartNew();
        read();
        return watch.Elapsed.TotalSeconds;
    });

    /// <summary>A thermometer that all others are compensated by, and a line for each channel.</summary>
    private static void Many(int sensors)
    {
        const int onBus = 40;
        var head = ConfigurationText.Good[..ConfigurationText.Good.IndexOf("buses:", StringComparison.Ordinal)];
        var numbers = Enumerable.Range(0, sensors).ToList();
        var lines = numbers.Where(n => n % onBus == 0).Select(n => $"  b{n / onBus}: {{ kind: linux, device: /dev/i2c-{n / onBus} }}")
            .Append("sensors:").Append("  - { driver: ezo-rtd, bus: b0, address: 0x66, period: 60s, channels: [{ name: all.temperature }] }")
            .Concat(numbers.Select(n => $"  - {{ driver: ezo-ph, bus: b{n / onBus}, address: {8 + n % onBus}, period: 60s, options: {{ temperature_from: all.temperature }}, channels: [{{ name: n{n}.ph }}] }}"))
            .Append("channels:").Concat(numbers.Select(n => $"  n{n}.ph: {{ domain: water }}"));
        Assert.Equal(sensors + 1, ConfigurationText.Read($"{head}buses:\n{string.Join('\n', lines)}\n").Channels.Count);
    }
}
