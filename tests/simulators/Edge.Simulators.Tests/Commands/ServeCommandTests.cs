using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Linux;
using Edge.Sensors.Buses.Remote;
using Edge.Sensors.Catalog;
using Edge.Sensors.Ds18b20;
using Edge.Sensors.Pzem;
using Edge.Sensors.Sampling;
using Edge.Simulators.Commands;
using Edge.Simulators.Recordings;
using Edge.Simulators.Tests.Recordings;
using Edge.Testing;

namespace Edge.Simulators.Tests.Commands;

/// <summary>The program itself, over its socket.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edge-sim-");

    private string Socket => In("sim.sock");

    private string In(string name) => Path.Combine(_folder.FullName, name);

    private BusDirectory Buses() => new(
        new[] { "i2c-1", "gpio" }.Select(b => new BusPlan(b, BusKind.Remote, Socket, null, null)), TimeProvider.System);

    [Fact]
    public async Task The_bench_is_read_through_the_drivers_over_the_socket()
    {
        using var sim = new EdgeSim("serve", "--socket", Socket, "--seed", "7");
        await sim.ReadyAsync();
        using var buses = Buses();
        foreach (var sensor in MappingLibrary.Bench().Sensors)
        {
            using var driver = sensor.Plan.Open(buses, TimeProvider.System);
            var sink = await SampleUntilGoodAsync(driver);
            Assert.All(sink.Samples, s => Assert.True(s.Quality == Quality.Good, $"{driver.Outputs[s.Output].Name}: {s}"));
        }
        sim.Terminate();
        Assert.Equal(0, await sim.ExitAsync());
        Assert.False(File.Exists(Socket));
    }

    [Fact]
    public async Task Killed_and_started_again_it_is_found_again_by_the_same_bus()
    {
        using var buses = Buses();
        var bus = buses.I2c("i2c-1");
        var word = new byte[2];
        using (var first = new EdgeSim("serve", "--socket", Socket))
        {
            await first.ReadyAsync();
            Assert.Equal(I2cStatus.Ok, bus.Transfer(0x4A, [1], word));
            first.Kill();
            await first.ExitAsync();
        }
        Assert.Equal(I2cStatus.Gone, bus.Transfer(0x4A, [1], word));
        using var second = new EdgeSim("serve", "--socket", Socket);
        await second.ReadyAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var pause = new Pause(TimeProvider.System);
        while (bus.Transfer(0x4A, [1], word) != I2cStatus.Ok)
            await pause.WaitAsync(TimeSpan.FromMilliseconds(20), limit.Token);
    }

    [Fact]
    public async Task A_recording_is_replayed_with_its_truth_and_the_configuration_written_and_ends_when_told_to_stop()
    {
        await File.WriteAllTextAsync(In("r.csv"), SmallSite.Csv);
        await File.WriteAllTextAsync(In("m.yaml"), SmallSite.Mapping);
        using var sim = new EdgeSim(
            "serve", "--socket", Socket, "--recording", In("r.csv"), "--mapping", In("m.yaml"), "--speed", "600", "--outage-cap", "200ms",
            "--site-out", In("gateway-sensors.yaml"), "--truth", In("truth"), "--at-end", "stop");
        Assert.Equal(0, await sim.ExitAsync());
        Assert.Contains("7 rows at 600 times", sim.Output, StringComparison.Ordinal);
        var truth = await File.ReadAllLinesAsync(In("truth"));
        Assert.Equal(Enumerable.Range(1, 7).Select(n => $"{n}"), truth.Select(l => l.Split(' ')[1]));
        Assert.All(truth.Zip(truth.Skip(1)), pair => Assert.InRange(Ns(pair.Second) - Ns(pair.First), 100_000_000, 200_000_000));
        Assert.Contains("name: main.pressure", await File.ReadAllTextAsync(In("gateway-sensors.yaml")), StringComparison.Ordinal);

        static long Ns(string line) => long.Parse(line.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_fault_can_be_caused_and_ended_while_it_runs()
    {
        using var sim = new EdgeSim("serve", "--socket", Socket);
        await sim.ReadyAsync();
        using var bus = new RemoteI2cBus(Socket, "i2c-1", TimeProvider.System, TimeSpan.FromSeconds(20));
        Assert.Equal("ok", await TellCommand.AskAsync(Socket, "fault main.pressure no-acknowledge", CancellationToken.None));
        Assert.Equal(I2cStatus.NoAcknowledge, bus.Transfer(0x4A, [1], new byte[2]));
        Assert.Equal("ok", await TellCommand.AskAsync(Socket, "fault main.pressure none", CancellationToken.None));
        Assert.Equal(I2cStatus.Ok, bus.Transfer(0x4A, [1], new byte[2]));
        Assert.Equal("ok", await TellCommand.AskAsync(Socket, "brown-out power.pump.voltage", CancellationToken.None));
        Assert.StartsWith("error: kinds", await TellCommand.AskAsync(Socket, "fault main.pressure on-fire", CancellationToken.None), StringComparison.Ordinal);
        Assert.StartsWith("error: write", await TellCommand.AskAsync(Socket, "fault nowhere none", CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_1_wire_bus_is_served_as_files_beside_the_socket_and_gone_at_the_end()
    {
        await File.WriteAllTextAsync(In("m.yaml"), """
            name: pipe
            sensors:
              - { domain: water, driver: ds18b20, bus: w1, device: 28-0316a27913ff, channels: [{ name: pipe.temperature, signal: { mean: 11.25 } }] }
            """);
        using var sim = new EdgeSim("serve", "--socket", Socket, "--mapping", In("m.yaml"), "--site-out", In("site.yaml"));
        await sim.ReadyAsync();
        Assert.Contains($"  w1: {{ kind: linux, folder: {Socket}.w1/w1 }}", await File.ReadAllTextAsync(In("site.yaml")), StringComparison.Ordinal);
        using var wire = new LinuxOneWire($"{Socket}.w1/w1", "w1");
        using var driver = new Ds18b20Sensor(wire, new Ds18b20Options("28-0316a27913ff"));
        Assert.Equal(11.25, Assert.Single((await SampleUntilGoodAsync(driver)).Samples).Value);
        Assert.Equal("ok", await TellCommand.AskAsync(Socket, "fault pipe.temperature unplugged", CancellationToken.None));
        await Eventually.True(() => wire.Read("28-0316a27913ff", new byte[9]) == OneWireStatus.NoDevice);
        sim.Terminate();
        Assert.Equal(0, await sim.ExitAsync());
        Assert.False(Directory.Exists($"{Socket}.w1"));
    }

    [Fact]
    public async Task A_serial_line_is_served_as_a_terminal_beside_the_socket_and_gone_at_the_end()
    {
        await File.WriteAllTextAsync(In("m.yaml"), """
            name: pump
            sensors:
              - { domain: energy, driver: pzem-004t, bus: rs485, channels: [{ name: pump.current, output: current, signal: { mean: 7.25 } }] }
            """);
        using var sim = new EdgeSim("serve", "--socket", Socket, "--mapping", In("m.yaml"), "--site-out", In("site.yaml"));
        await sim.ReadyAsync();
        Assert.Contains($"  rs485: {{ kind: linux, serial: {Socket}.rs485 }}", await File.ReadAllTextAsync(In("site.yaml")), StringComparison.Ordinal);
        using var line = new LinuxSerialLine($"{Socket}.rs485", "rs485", TimeProvider.System);
        using var driver = new PzemSensor(line, new PzemOptions { Outputs = [new("pump.current", PzemRegister.Current)], Patience = TimeSpan.FromSeconds(1) }, TimeProvider.System);
        Assert.Equal(7.25, Assert.Single((await SampleUntilGoodAsync(driver)).Samples).Value);
        Assert.Equal("ok", await TellCommand.AskAsync(Socket, "fault pump.current wrong-identity", CancellationToken.None));
        var sink = new Sink();
        await driver.SampleAsync(sink, CancellationToken.None);
        Assert.Equal(Reason.WrongDevice, Assert.Single(sink.Samples).Reason);
        sim.Terminate();
        Assert.Equal(0, await sim.ExitAsync());
        Assert.False(Path.Exists($"{Socket}.rs485"));
    }

    [Fact]
    public async Task Two_at_one_socket_the_second_refuses_in_words()
    {
        using var first = new EdgeSim("serve", "--socket", Socket);
        await first.ReadyAsync();
        using var second = new EdgeSim("serve", "--socket", Socket);
        Assert.Equal(1, await second.ExitAsync());
        Assert.Contains("Another process serves", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_that_no_mapping_knows_is_served_by_a_draft_which_its_command_writes()
    {
        await File.WriteAllTextAsync(In("r.csv"), "t,a\n2026-10-01 00:00:00,1\n2026-10-01 00:00:01,2\n");
        using var sim = new EdgeSim("serve", "--socket", Socket, "--recording", In("r.csv"), "--truth", In("truth"), "--at-end", "stop");
        Assert.Equal(0, await sim.ExitAsync());
        Assert.Contains("a draft is used", sim.Output, StringComparison.Ordinal);
        Assert.Contains(" a=1;", (await File.ReadAllLinesAsync(In("truth")))[0], StringComparison.Ordinal);
        var command = Assert.Single(sim.Output.Split('\n'), l => l.StartsWith(' '));
        using var shell = System.Diagnostics.Process.Start("/bin/sh", ["-c", command.Replace("my.yaml", In("my.yaml"), StringComparison.Ordinal)]);
        await shell.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(0, shell.ExitCode);
        Assert.Contains("column: \"a\"", await File.ReadAllTextAsync(In("my.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_without_numbers_is_refused_by_serve_and_by_map()
    {
        await File.WriteAllTextAsync(In("r.csv"), "t;a;b;c\n2026-10-01 00:00:00;1,5;2,5;3\u00b0\n");
        foreach (var arguments in new string[][] { ["serve", "--socket", Socket, "--recording", In("r.csv")], ["map", In("r.csv")] })
        {
            using var sim = new EdgeSim(arguments);
            Assert.Equal(1, await sim.ExitAsync());
            Assert.Contains("no numeric column found", sim.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--speed", "abc")]
    [InlineData("--speed", "0")]
    [InlineData("--speed", "-3")]
    [InlineData("--seed", "abc")]
    public async Task A_number_that_is_none_is_wrong_usage_in_words(string option, string value)
    {
        using var sim = new EdgeSim("serve", "--socket", Socket, option, value);
        Assert.Equal(2, await sim.ExitAsync());
        Assert.Contains(option, sim.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", sim.Output, StringComparison.Ordinal);
    }

    private static async Task<Sink> SampleUntilGoodAsync(ISensor driver)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var pause = new Pause(TimeProvider.System);
        var sink = new Sink();
        do
        {
            await pause.WaitAsync(TimeSpan.FromMilliseconds(50), limit.Token);
            sink.Samples.Clear();
            await driver.SampleAsync(sink, limit.Token);
        }
        while (sink.Samples.Any(s => s.Quality != Quality.Good));
        return sink;
    }

    public void Dispose() => _folder.Delete(true);

    private sealed class Sink : ISampleSink
    {
        public List<Sample> Samples { get; } = [];

        public void Accept(in Sample sample) => Samples.Add(sample);
    }
}
