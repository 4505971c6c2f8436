using System.Globalization;
using Edge.Gateway.Configuration;
using Edge.Gateway.Consequences;
using Edge.Gateway.Health;
using Edge.Gateway.Time;
using Edge.Ledger.Mqtt.Links;
using Edge.Sensors.Catalog;

namespace Edge.Gateway.Doctor;

/// <summary>Looks at what is around the sensors: clock, disk, log, brokers.</summary>
internal sealed class SiteLook(GatewayConfiguration configuration, RunningGateway gateway, Instruments with)
{
    // A second client of the gateway's own name would end its connection. No gateway's id has a dot.
    private string ClientId => $"{configuration.Origin.GatewayId}.doctor";

    public IReadOnlyList<Check> Clock()
    {
        var now = with.Clock.Now();
        var clock = new Check(Topic.Clock, "", now.Wall is null ? Symptom.ClockUnvouched : Symptom.ClockGood) { Detail = WallText.Of(now.Wall) };
        return configuration.Clock.Rtc is { } rtc && with.RtcProblem() is { } problem ? [clock, new Check(Topic.Clock, rtc, Symptom.RtcFaulty) { Detail = problem }] : [clock];
    }

    public IReadOnlyList<Check> Disk()
    {
        var folder = configuration.Store.Folder;
        var parent = new DirectoryInfo(folder);
        while (!parent.Exists && parent.Parent is { } above)
            parent = above;
        if (DiskRoom.Of(configuration.Store) is not { } room || !IsWritable(parent.FullName))
            return [new Check(Topic.Disk, folder, Symptom.DiskClosed) { Detail = ReadOnlyFolder.Is(parent.FullName) ? "read-only" : null }];
        return [new Check(Topic.Disk, folder, room <= 0 ? Symptom.DiskFull : Symptom.DiskGood) { Detail = ByteText.Format(Math.Max(0, room)), Instead = ByteText.Format(configuration.Store.FreeSpaceFloor) }];
    }

    public IReadOnlyList<Check> Log()
    {
        if (gateway is { IsThere: true, Health: null })
            return [new Check(Topic.Log, configuration.Store.Folder, Symptom.GatewayMute)];
        if (gateway.Health is { } health)
            return [new Check(Topic.Log, configuration.Store.Folder, health.Needs.Count == 0 ? Symptom.GatewayRuns : Symptom.GatewayNeeds) { Detail = health.Size.ToString("#,0", CultureInfo.InvariantCulture) }];
        var stopped = StoppedGateway.Look(configuration, with.Time);
        var symptom = stopped switch
        {
            { Fault: StoppedProblem.OtherStack } => Symptom.LogOtherStack,
            { Fault: not null } => Symptom.LogFaulty,
            { Exists: true, Size: > 0 } => Symptom.LogGood,
            _ => Symptom.LogNew,
        };
        return [new Check(Topic.Log, configuration.Store.Folder, symptom)
        {
            Detail = stopped.Problem ?? stopped.Size?.ToString("#,0", CultureInfo.InvariantCulture),
        }];
    }

    /// <summary>Connects and hangs up; of a gateway that runs its own connection counts.</summary>
    public async Task<IReadOnlyList<Check>> CityAsync(CancellationToken cancellationToken)
    {
        var broker = configuration.Broker;
        if (gateway.Health is { } health && gateway.HasInForce(configuration))
            return [new Check(Topic.City, broker.ToString(), health.Connected ? Symptom.BrokerGood : Symptom.BrokerAway) { Detail = health.Broker }];
        return [await AskAsync(Topic.City, broker, Symptom.BrokerAway, cancellationToken)];
    }

    /// <summary>The same of the broker of the operators' hosts, where there are any and it is not the city's, which has been asked.</summary>
    public async Task<IReadOnlyList<Check>> SparkplugAsync(CancellationToken cancellationToken)
    {
        if (configuration.Sparkplug?.Broker is not { } broker)
            return [];
        if (gateway.Health?.Sparkplug is { } node && gateway.HasInForce(configuration))
            return [new Check(Topic.Sparkplug, broker.ToString(), node.Connected ? Symptom.BrokerGood : Symptom.SparkplugAway) { Detail = node.Problem }];
        return broker with { ClientId = configuration.Broker.ClientId } == configuration.Broker ? [] : [await AskAsync(Topic.Sparkplug, broker, Symptom.SparkplugAway, cancellationToken)];
    }

    private async Task<Check> AskAsync(Topic topic, MqttEndpoint broker, Symptom away, CancellationToken cancellationToken)
    {
        try
        {
            await using var link = await with.Broker().ConnectAsync(broker with { ClientId = ClientId }, cancellationToken);
            return new Check(topic, broker.ToString(), Symptom.BrokerGood);
        }
        catch (MqttLinkException e)
        {
            return new Check(topic, broker.ToString(), away) { Detail = e.Message };
        }
    }

    /// <summary>By a file that is made and goes with its handle.</summary>
    private static bool IsWritable(string folder)
    {
        try
        {
            var file = Path.Combine(folder, $".edge-doctor-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}");
            using var made = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
