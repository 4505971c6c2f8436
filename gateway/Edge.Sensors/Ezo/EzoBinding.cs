using Edge.Sensors.Catalog;

namespace Edge.Sensors.Ezo;

/// <summary>Reads <c>driver: ezo-ph</c> and the family's others.</summary>
/// <param name="kind">Which of the family.</param>
public sealed class EzoBinding(EzoKind kind) : ISensorBinding
{
    /// <inheritdoc/>
    public string Driver => kind.Driver;

    /// <inheritdoc/>
    public int? UsualAddress => kind.Address;

    /// <inheritdoc/>
    public bool TakesTemperature => kind.TakesTemperature;

    /// <inheritdoc/>
    public SensorPlan? Read(SensorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var before = request.ProblemCount;
        if (request.Channels.Count != 1)
            request.Sensor.Complain("channels", $"an EZO {kind.Title} circuit has one channel; write - {{ name: {kind.Channel}, output: {kind.Output} }}");
        var channel = request.Channels.Count > 0 ? request.Channels[0] : null;
        if (channel is not null && channel.Has("output"))
            channel.Choice("output", (kind.Output, true));
        var options = new EzoOptions(kind)
        {
            Address = request.Sensor.Integer("address", kind.Address, Allowed.From(0x08, 0x77)),
            Channel = channel is null ? "" : SensorRequest.ChannelName(channel),
            Patience = request.Options.Duration("patience", TimeSpan.FromMilliseconds(600)),
            Temperature = kind.TakesTemperature && request.Options.Has("temperature") ? request.Options.Number("temperature", 25, Allowed.From(0, 100)) : null,
            TemperatureFrom = kind.TakesTemperature ? request.Options.Text("temperature_from") : null,
            Sleep = request.Options.Has("sleep") && request.Options.Choice("sleep", ("true", true), ("false", false)),
        };
        var plan = new EzoPlan(options)
        {
            Bus = request.Sensor.RequiredText("bus", "i2c-1"),
            Period = request.Sensor.Duration("period", TimeSpan.FromSeconds(1)),
        };
        request.Complain(options.Validate());
        return request.ProblemCount == before ? plan : null;
    }
}
