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
    public int? UsualAddress => 0x48;

    /// <inheritdoc/>
    public SensorPlan? Read(SensorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var before = request.ProblemCount;
        var period = request.Sensor.Duration("period", TimeSpan.FromSeconds(1));
        var options = new Ads1x15Options(chip)
        {
            Address = request.Sensor.Integer("address", 0x48, Allowed.From(0x48, 0x4B)),
            DataRate = request.Options.Integer("data_rate", chip.UsualRate, Allowed.Only([.. chip.DataRates])),
            Gain = request.Options.Number("gain", 2.048, Allowed.Only(Ads1x15Chip.FullScales)),
            IsRunning = request.Options.Has("mode") && request.Options.Choice("mode", ("single-shot", false), ("continuous", true)),
            Ready = Ready(request.Options),
            Period = request.Sensor.IsWritten("period") ? period : null,
            Inputs = [.. request.Channels.Select(c => ScaledInput.Read(c, Ads1x15Options.Terminals))],
        };
        var plan = new Ads1x15Plan(options)
        {
            Bus = request.Sensor.RequiredText("bus", "i2c-1"),
            Period = options.IsRunning ? options.Conversion : period,
        };
        request.Complain(options.Validate());
        return request.ProblemCount == before ? plan : null;
    }

    private static ReadyLine? Ready(SettingBag options)
    {
        var bus = options.Text("ready_bus");
        var line = options.Has("ready_line") ? options.Integer("ready_line", 0, Allowed.AtLeast(0)) : 0;
        var isWritten = options.IsWritten("ready_line");
        if (line < 0)
            options.Complain("ready_line", "write the line's offset on its GPIO chip, for example line: 17");
        if (bus is null && isWritten)
            options.Complain("ready_bus", "is missing; write for example ready_bus: gpio");
        else if (bus is not null && !isWritten)
            options.Complain("ready_line", "is missing; write the GPIO line that ALERT/RDY is wired to and nothing else, for example ready_line: 27");
        return bus is not null || isWritten ? new ReadyLine(bus ?? "", line) : null;
    }
}
