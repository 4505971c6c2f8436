using Edge.Sensors.Catalog;

namespace Edge.Sensors.Ds18b20;

/// <summary>Reads <c>driver: ds18b20</c>.</summary>
public sealed class Ds18b20Binding : ISensorBinding
{
    /// <inheritdoc/>
    public string Driver => "ds18b20";

    /// <inheritdoc/>
    public Wiring Wiring => Wiring.OneWire;

    /// <inheritdoc/>
    public SensorPlan? Read(SensorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var before = request.ProblemCount;
        if (request.Channels.Count != 1)
            request.Sensor.Complain("channels", "a DS18B20 has one channel; write - { name: pipe.temperature }");
        var channel = request.Channels.Count > 0 ? request.Channels[0] : null;
        if (channel is not null && channel.Has("output"))
            channel.Choice("output", ("temperature", true));
        var options = new Ds18b20Options(request.Sensor.RequiredText("device", "28-0316a27913ff", Allowed.Like(Ds18b20Options.Serials)))
        {
            Channel = channel is null ? "" : SensorRequest.ChannelName(channel),
        };
        var plan = new Ds18b20Plan(options)
        {
            Bus = request.Sensor.RequiredText("bus", "w1"),
            Period = request.Sensor.Duration("period", TimeSpan.FromSeconds(1)),
        };
        request.Complain(options.Validate());
        return request.ProblemCount == before ? plan : null;
    }
}
