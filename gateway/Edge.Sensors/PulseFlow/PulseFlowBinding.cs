using Edge.Sensors.Buses;
using Edge.Sensors.Catalog;

namespace Edge.Sensors.PulseFlow;

/// <summary>Reads <c>driver: pulse-flow</c>.</summary>
public sealed class PulseFlowBinding : ISensorBinding
{
    /// <inheritdoc/>
    public string Driver => "pulse-flow";

    /// <inheritdoc/>
    public Wiring Wiring => Wiring.Line;

    /// <inheritdoc/>
    public SensorPlan? Read(SensorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var before = request.ProblemCount;
        var line = request.Line();
        var options = new PulseFlowOptions
        {
            KFactor = request.Options.Number("k_factor", 450, Allowed.Above(0, 1_000_000)),
            Debounce = request.Options.Duration("debounce", TimeSpan.FromMicroseconds(100)),
            ZeroAfter = request.Options.Duration("zero_after", TimeSpan.FromSeconds(5)),
            Bias = request.Bias(LineBias.AsIs),
            Period = request.Sensor.Duration("period", TimeSpan.FromSeconds(1)),
            Outputs = [.. request.Channels.Select(Output)],
        };
        var plan = new PulseFlowPlan(options, line) { Bus = request.Sensor.RequiredText("bus", "gpio"), Period = options.Period };
        request.Complain(options.Validate());
        return request.ProblemCount == before ? plan : null;
    }

    private static PulseFlowOutput Output(SettingBag channel) => new(
        SensorRequest.ChannelName(channel),
        channel.Choice("output", ("rate", PulseFlowQuantity.Rate), ("total", PulseFlowQuantity.Total)));
}
