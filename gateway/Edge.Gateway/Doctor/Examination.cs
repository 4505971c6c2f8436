using System.Globalization;
using Edge.Gateway.Configuration;
using Edge.Gateway.Doctor.Readings;
using Edge.Gateway.Doctor.Scans;
using Edge.Ledger.Entries;
using Edge.Sensors.Catalog;

namespace Edge.Gateway.Doctor;

/// <summary>
/// Examines a board against its configuration, from the file to the wire to the city: useful on a half-wired board, beside a running gateway, and of a configuration that has faults.
/// Nothing it does changes a device's registers but what reading a sensor takes, and while a gateway runs it reads none of that gateway's devices.
/// </summary>
/// <param name="problems">Of the configuration; what could be read of it is examined all the same.</param>
public sealed class Examination(GatewayConfiguration configuration, IReadOnlyList<ConfigurationProblem> problems, FoundIdentity identity, RunningGateway gateway, Instruments with, IProgress<Check> progress)
{
    // A bus whose every transfer takes the adapter's whole second ends after three; EZO circuits take 0.35 s each to name.
    private static readonly TimeSpan BusLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SiteLimit = TimeSpan.FromSeconds(15);

    private readonly Bounded _bounded = new(with.Time, progress);

    public async Task<Findings> RunAsync(CancellationToken cancellationToken)
    {
        var checks = new List<Check>();
        checks.AddRange(Configuration());
        checks.AddRange(Keys());
        checks.AddRange(Board());

        var wires = new Dictionary<string, WireFindings>();
        foreach (var bus in configuration.Buses)
        {
            var found = wires[bus.Name] = await WireAsync(bus, cancellationToken);
            checks.AddRange(found.Checks);
        }

        var readings = new Dictionary<SensorPlan, IReadOnlyList<ChannelReading>>();
        foreach (var sensor in configuration.Sensors.OrderBy(s => s.TemperatureFrom is not null))
        {
            var look = new ChannelLook(configuration, sensor, with);
            var temperature = readings.Values.SelectMany(r => r).FirstOrDefault(r => r.Channel == sensor.TemperatureFrom)?.Value;
            var (read, failed) = await ReadAsync(sensor, look, temperature, wires.GetValueOrDefault(sensor.Bus), cancellationToken);
            var place = read.Any(r => r.Reason == Reason.WrongDevice) ? checks.FindIndex(c => c.Symptom == Symptom.DeviceGood && c.Subject == look.Place) : -1;
            if (place >= 0)
                (checks[place], read) = (look.Other(checks[place], wires[sensor.Bus].Scan), look.Unread());
            readings[sensor] = read;
            checks.AddRange(failed is null ? read.Select(look.Check) : [failed]);
        }

        var site = new SiteLook(configuration, gateway, with);
        checks.AddRange(await SiteAsync(Topic.Clock, _ => Task.FromResult(site.Clock()), cancellationToken));
        checks.AddRange(await SiteAsync(Topic.Disk, _ => Task.FromResult(site.Disk()), cancellationToken));
        checks.AddRange(await SiteAsync(Topic.Log, _ => Task.FromResult(site.Log()), cancellationToken));
        checks.AddRange(await SiteAsync(Topic.City, site.CityAsync, cancellationToken));
        if (configuration.Sparkplug is not null)
            checks.AddRange(await SiteAsync(Topic.Sparkplug, site.SparkplugAsync, cancellationToken));
        return Of(checks, [.. wires.Values.Select(w => w.Scan).OfType<ScannedBus>()], [.. configuration.Sensors.SelectMany(s => readings[s])]);
    }

    private IEnumerable<Check> Configuration() => Written().Concat(gateway.Health is null || gateway.HasInForce(configuration) ? [] :
        [new Check(Topic.Configuration, configuration.File, Symptom.ConfigurationOther) { Detail = gateway.Since, Instead = gateway.Health.ConfigurationHash }]);

    private IEnumerable<Check> Written() => problems.Count == 0
        ? [new Check(Topic.Configuration, configuration.File, Symptom.ConfigurationGood)]
        : problems.Select(p => new Check(Topic.Configuration, p.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(p.File)}:{p.Line} {p.Path}") : p.Path, Symptom.ConfigurationFaulty) { Detail = p.Message });

    /// <summary>A board that has none of what is configured is not well: each bus that is missing says so itself.</summary>
    private IEnumerable<Check> Board()
    {
        var there = string.Join(", ", with.Board.Adapters.Concat(with.Board.Chips));
        return there.Length == 0 && configuration.Buses.Any(b => (b.Device ?? b.Chip) is not null) ? [] : [new Check(Topic.Board, with.Board.Model ?? "board", Symptom.BoardSeen) { Detail = there }];
    }

    private IEnumerable<Check> Keys()
    {
        foreach (var problem in identity.Problems)
            yield return new Check(Topic.Identity, problem.Path, Symptom.IdentityFaulty) { Detail = problem.Message };
        if (identity.Hidden.Count > 0)
            yield return new Check(Topic.Identity, string.Join(", ", identity.Hidden), Symptom.IdentityHidden);
        else if (identity.Problems.Count == 0)
            yield return new Check(Topic.Identity, configuration.KeyFile, Symptom.IdentityGood);
    }

    private Task<WireFindings> WireAsync(BusPlan bus, CancellationToken cancellationToken)
    {
        var look = new WireLook(bus, [.. configuration.Sensors.Where(s => s.Bus == bus.Name)], configuration.Clock.RtcBus == bus.Name, gateway, gateway.HasInForce(configuration), with);
        return _bounded.LookAsync(Topic.Bus, bus.Name, BusLimit, look.LookAsync, static check => new WireFindings([check], null, null), cancellationToken);
    }

    private async Task<(IReadOnlyList<ChannelReading> Readings, Check? Failed)> ReadAsync(SensorPlan sensor, ChannelLook look, double? temperature, WireFindings? wire, CancellationToken cancellationToken)
    {
        if (gateway.Health is not null)
            return (look.Asked(gateway), null);
        if (gateway.IsThere || wire?.Unread is not { } unread || unread.Contains(sensor.PlaceText))
            return (look.Unread(), null);
        return await _bounded.LookAsync<(IReadOnlyList<ChannelReading>, Check?)>(
            Topic.Channel, string.Join(", ", sensor.Channels.Select(c => c.Name)), look.Limit, async stop => (await look.ReadAsync(temperature, stop), null), check => (look.Unread(), check), cancellationToken);
    }

    private Task<IReadOnlyList<Check>> SiteAsync(Topic topic, Func<CancellationToken, Task<IReadOnlyList<Check>>> look, CancellationToken cancellationToken) =>
        _bounded.LookAsync(topic, "", SiteLimit, look, cancellationToken);

    private Findings Of(List<Check> checks, IReadOnlyList<ScannedBus> buses, IReadOnlyList<ChannelReading> readings)
    {
        var now = with.Clock.Now();
        return new Findings
        {
            Gateway = configuration.Origin.ToString(),
            Board = with.Board.Model,
            Configuration = configuration.File,
            ConfigurationSha256 = configuration.FileSha256,
            Key = identity.Key,
            Time = now.Wall?.ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            TimeUncertaintySeconds = now.Wall?.UncertaintyMilliseconds / 1000.0,
            ClockSource = now.Source,
            Running = gateway.IsThere,
            ConfigurationInForceSha256 = gateway.Health?.ConfigurationHash,
            Checks = [.. checks.OrderBy(c => c.Topic)],
            Buses = buses,
            Readings = readings,
            Derived = [.. configuration.Channels.Where(c => c.Derived is not null).Select(c => c.Name)],
        };
    }
}
