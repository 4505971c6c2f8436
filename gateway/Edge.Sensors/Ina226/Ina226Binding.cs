using Edge.Sensors.Catalog;

namespace Edge.Sensors.Ina226;

/// <summary>Reads <c>driver: ina226</c>.</summary>
public sealed class Ina226Binding : ISensorBinding
{
    /// <inheritdoc/>
    public string Driver => "ina226";

    /// <inheritdoc/>
    public SensorPlan? Read(SensorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var before = request.ProblemCount;
        var shunt = request.Options.Number("shunt", 0.1);
        var options = new Ina226Options
        {
            Address = request.Sensor.Integer("address", 0x40),
            Shunt = shunt,
            MaxCurrent = request.Options.Number("max_current", Ina226Options.ShuntFullScale / shunt),
            BusRatio = request.Options.Number("bus_ratio", 1),
            CurrentRatio = request.Options.Number("current_ratio", 1),
            Averaging = request.Options.Integer("averaging", 16),
            ConversionUs = request.Options.Integer("conversion_us", 1100),
            Outputs = [.. request.Channels.Select(Output)],
        };
        var plan = new Ina226Plan(options)
        {
            Bus = request.Sensor.RequiredText("bus", "i2c-1"),
            Period = request.Sensor.Duration("period", TimeSpan.FromSeconds(1)),
        };
        request.Complain(options.Validate());
        return request.ProblemCount == before ? plan : null;
    }

    private static Ina226Output Output(SettingBag channel) => new(
        SensorRequest.ChannelName(channel),
        channel.Choice("output", ("voltage", Ina226Quantity.Voltage), ("current", Ina226Quantity.Current), ("power", Ina226Quantity.Power)));
}
