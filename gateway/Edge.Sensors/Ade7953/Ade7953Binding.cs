using Edge.Sensors.Catalog;

namespace Edge.Sensors.Ade7953;

/// <summary>Reads <c>driver: ade7953</c>.</summary>
public sealed class Ade7953Binding : ISensorBinding
{
    /// <summary>The driver's word.</summary>
    public const string Word = "ade7953";

    /// <inheritdoc/>
    public string Driver => Word;

    /// <inheritdoc/>
    public int? UsualAddress => Ade7953Chip.Address;

    /// <inheritdoc/>
    public SensorPlan? Read(SensorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var before = request.ProblemCount;
        var options = new Ade7953Options
        {
            Address = request.Sensor.Integer("address", Ade7953Chip.Address, Allowed.From(Ade7953Chip.Address, Ade7953Chip.Address)),
            VoltageFullScale = request.Options.Number("voltage_full_scale", 0, Allowed.Above(0)),
            CurrentAFullScale = request.Options.Number("current_a_full_scale", 0),
            CurrentBFullScale = request.Options.Number("current_b_full_scale", 0),
            VoltageGain = request.Options.Integer("voltage_gain", 1),
            CurrentAGain = request.Options.Integer("current_a_gain", 1),
            CurrentBGain = request.Options.Integer("current_b_gain", 1),
            Outputs = [.. request.Channels.Select(c => new Ade7953Output(SensorRequest.ChannelName(c), Quantity(c)))],
        };
        var plan = new Ade7953Plan(options)
        {
            Bus = request.Sensor.RequiredText("bus", "i2c-1"),
            Period = request.Sensor.Duration("period", TimeSpan.FromSeconds(1)),
        };
        request.Complain(options.Validate());
        return request.ProblemCount == before ? plan : null;
    }

    private static Ade7953Quantity Quantity(SettingBag channel) => channel.Choice(
        "output",
        ("voltage", Ade7953Quantity.Voltage), ("current_a", Ade7953Quantity.CurrentA), ("current_b", Ade7953Quantity.CurrentB),
        ("power_a", Ade7953Quantity.PowerA), ("power_b", Ade7953Quantity.PowerB), ("frequency", Ade7953Quantity.Frequency));
}
