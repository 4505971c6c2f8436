using Edge.Sensors.Catalog;
using Edge.Sensors.Scales;

namespace Edge.Sensors.Mcp3424;

/// <summary>Reads <c>driver: mcp3424</c>.</summary>
public sealed class Mcp3424Binding : ISensorBinding
{
    /// <inheritdoc/>
    public string Driver => "mcp3424";

    /// <inheritdoc/>
    public int? UsualAddress => 0x68;

    /// <inheritdoc/>
    public SensorPlan? Read(SensorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var before = request.ProblemCount;
        var options = new Mcp3424Options
        {
            Address = request.Sensor.Integer("address", 0x68, Allowed.From(0x68, 0x6F)),
            Bits = request.Options.Integer("bits", 18, Allowed.Only(Mcp3424Config.Bits)),
            Gain = request.Options.Number("gain", Mcp3424Config.Reference, Allowed.Only(Mcp3424Config.FullScales)),
            Inputs = [.. request.Channels.Select(c => ScaledInput.Read(c, Mcp3424Options.Terminals))],
        };
        var plan = new Mcp3424Plan(options)
        {
            Bus = request.Sensor.RequiredText("bus", "i2c-1"),
            Period = request.Sensor.Duration("period", TimeSpan.FromSeconds(1)),
        };
        request.Complain(options.Validate());
        return request.ProblemCount == before ? plan : null;
    }
}
