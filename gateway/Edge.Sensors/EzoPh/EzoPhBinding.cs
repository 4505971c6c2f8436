using Edge.Sensors.Catalog;

namespace Edge.Sensors.EzoPh;

/// <summary>Reads <c>driver: ezo-ph</c>.</summary>
public sealed class EzoPhBinding : ISensorBinding
{
    /// <inheritdoc/>
    public string Driver => "ezo-ph";

    /// <inheritdoc/>
    public SensorPlan? Read(SensorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var before = request.ProblemCount;
        if (request.Channels.Count != 1)
            request.Sensor.Complain("channels", "an EZO pH circuit has one channel; write - { name: tap.ph, output: ph }");
        var channel = request.Channels.Count > 0 ? request.Channels[0] : null;
        if (channel is not null && channel.Has("output"))
            channel.Choice("output", ("ph", true));
        var options = new EzoPhOptions
        {
            Address = request.Sensor.Integer("address", 0x63),
            Channel = channel is null ? "" : SensorRequest.ChannelName(channel),
            Patience = request.Options.Duration("patience", TimeSpan.FromMilliseconds(600)),
        };
        var plan = new EzoPhPlan(options)
        {
            Bus = request.Sensor.RequiredText("bus", "i2c-1"),
            Period = request.Sensor.Duration("period", TimeSpan.FromSeconds(1)),
        };
        request.Complain(options.Validate());
        return request.ProblemCount == before ? plan : null;
    }
}
