using Edge.Sensors.Catalog;

namespace Edge.Sensors.Ina2xx;

/// <summary>Reads a power monitor: its wiring here, how it is driven in its chip's own binding.</summary>
public abstract class Ina2xxBinding : ISensorBinding
{
    /// <inheritdoc/>
    public abstract string Driver { get; }

    /// <summary>The chip's own options; the wiring is filled in afterwards.</summary>
    protected abstract Ina2xxOptions ReadChip(SettingBag options);

    /// <inheritdoc/>
    public int? UsualAddress => 0x40;

    /// <inheritdoc/>
    public SensorPlan? Read(SensorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var before = request.ProblemCount;
        var options = ReadChip(request.Options);
        var choices = options.Choices();
        options = options with
        {
            Address = request.Sensor.Integer("address", 0x40, Allowed.From(0x40, 0x4F)),
            Shunt = request.Options.Number("shunt", 0.1, Allowed.From(0.0001, 10)),
            BusRatio = request.Options.Number("bus_ratio", 1, Allowed.Above(0)),
            CurrentRatio = request.Options.Number("current_ratio", 1, Allowed.Above(0)),
            Outputs = [.. request.Channels.Select(c => new Ina2xxOutput(SensorRequest.ChannelName(c), c.Choice("output", choices)))],
        };
        options = options with { MaxCurrent = request.Options.Number("max_current", options.MaxCurrent, Allowed.Above(0)) };
        var plan = new Ina2xxPlan(options)
        {
            Bus = request.Sensor.RequiredText("bus", "i2c-1"),
            Period = request.Sensor.Duration("period", TimeSpan.FromSeconds(1)),
        };
        request.Complain(options.Validate());
        return request.ProblemCount == before ? plan : null;
    }
}
