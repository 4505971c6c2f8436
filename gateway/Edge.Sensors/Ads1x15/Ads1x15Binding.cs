using Edge.Sensors.Catalog;
using Edge.Sensors.Scales;

namespace Edge.Sensors.Ads1x15;

/// <summary>Reads <c>driver: ads1115</c> or <c>driver: ads1015</c>.</summary>
/// <param name="chip">Which of the two.</param>
public sealed class Ads1x15Binding(Ads1x15Chip chip) : ISensorBinding
{
    /// <inheritdoc/>
    public string Driver => chip.Driver;

    /// <inheritdoc/>
    public SensorPlan? Read(SensorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var before = request.ProblemCount;
        var options = new Ads1x15Options(chip)
        {
            Address = request.Sensor.Integer("address", 0x48, Allowed.From(0x48, 0x4B)),
            DataRate = request.Options.Integer("data_rate", chip.UsualRate, Allowed.Only([.. chip.DataRates])),
            Gain = request.Options.Number("gain", 2.048, Allowed.Only(Ads1x15Chip.FullScales)),
            Inputs = [.. request.Channels.Select(c => ScaledInput.Read(c, Ads1x15Options.Terminals))],
        };
        var plan = new Ads1x15Plan(options)
        {
            Bus = request.Sensor.RequiredText("bus", "i2c-1"),
            Period = request.Sensor.Duration("period", TimeSpan.FromSeconds(1)),
        };
        request.Complain(options.Validate());
        return request.ProblemCount == before ? plan : null;
    }
}
