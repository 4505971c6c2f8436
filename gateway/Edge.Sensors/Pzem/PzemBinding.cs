using Edge.Sensors.Catalog;

namespace Edge.Sensors.Pzem;

/// <summary>Reads <c>driver: pzem-004t</c>, which a PZEM-016 is as well.</summary>
public sealed class PzemBinding : ISensorBinding
{
    /// <summary>The driver's word.</summary>
    public const string Word = "pzem-004t";

    /// <inheritdoc/>
    public string Driver => Word;

    /// <inheritdoc/>
    public Wiring Wiring => Wiring.Serial;

    /// <inheritdoc/>
    public int? UsualAddress => 1;

    /// <inheritdoc/>
    public SensorPlan? Read(SensorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var before = request.ProblemCount;
        var options = new PzemOptions
        {
            Address = request.Sensor.Integer("address", 1, Allowed.From(1, 247)),
            CurrentRange = request.Options.Integer("current_range", 100, Allowed.Only([10, 100])),
            Patience = request.Options.Duration("patience", TimeSpan.FromMilliseconds(100)),
            Outputs = [.. request.Channels.Select(c => new PzemOutput(SensorRequest.ChannelName(c), Quantity(c)))],
        };
        var plan = new PzemPlan(options)
        {
            Bus = request.Sensor.RequiredText("bus", "rs485"),
            Period = request.Sensor.Duration("period", TimeSpan.FromSeconds(1)),
        };
        request.Complain(options.Validate());
        return request.ProblemCount == before ? plan : null;
    }

    private static PzemRegister Quantity(SettingBag channel) => channel.Choice(
        "output",
        ("voltage", PzemRegister.Voltage), ("current", PzemRegister.Current), ("power", PzemRegister.Power), ("energy", PzemRegister.Energy),
        ("frequency", PzemRegister.Frequency), ("power_factor", PzemRegister.PowerFactor), ("alarm", PzemRegister.Alarm));
}
