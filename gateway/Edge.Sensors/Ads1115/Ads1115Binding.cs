using Edge.Sensors.Catalog;
using Edge.Sensors.Scales;

namespace Edge.Sensors.Ads1115;

/// <summary>Reads <c>driver: ads1115</c>.</summary>
public sealed class Ads1115Binding : ISensorBinding
{
    /// <inheritdoc/>
    public string Driver => "ads1115";

    /// <inheritdoc/>
    public SensorPlan? Read(SensorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var before = request.ProblemCount;
        var options = new Ads1115Options
        {
            Address = request.Sensor.Integer("address", 0x48),
            DataRate = request.Options.Integer("data_rate", 128),
            Gain = request.Options.Number("gain", 2.048),
            Inputs = [.. request.Channels.Select(Input)],
        };
        var plan = new Ads1115Plan(options)
        {
            Bus = request.Sensor.RequiredText("bus", "i2c-1"),
            Period = request.Sensor.Duration("period", TimeSpan.FromSeconds(1)),
        };
        request.Complain(options.Validate());
        return request.ProblemCount == before ? plan : null;
    }

    private static Ads1115Input Input(SettingBag channel) => new(
        SensorRequest.ChannelName(channel),
        channel.Choice("input", ("ain0", 0), ("ain1", 1), ("ain2", 2), ("ain3", 3)),
        channel.Choice("scale", ("loop", true), ("voltage", false))
            ? new LoopScale
            {
                Unit = SensorRequest.Unit(channel),
                Low = channel.RequiredNumber("low", 0),
                High = channel.RequiredNumber("high", 10),
                Shunt = channel.Number("shunt", 100),
            }
            : new VoltageScale
            {
                Unit = SensorRequest.Unit(channel),
                Ratio = channel.Number("ratio", 1),
                Offset = channel.Number("offset", 0),
            });
}
