using Edge.Sensors.Catalog;

namespace Edge.Sensors.Bme280;

/// <summary>Reads <c>driver: bme280</c>.</summary>
public sealed class Bme280Binding : ISensorBinding
{
    /// <inheritdoc/>
    public string Driver => "bme280";

    /// <inheritdoc/>
    public int? UsualAddress => 0x76;

    /// <inheritdoc/>
    public SensorPlan? Read(SensorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var before = request.ProblemCount;
        var options = new Bme280Options
        {
            Address = request.Sensor.Integer("address", 0x76, Allowed.From(0x76, 0x77)),
            Oversampling = request.Options.Integer("oversampling", 1, Allowed.Only(Bme280Chip.Oversamplings)),
            Outputs = [.. request.Channels.Select(Output)],
        };
        var plan = new Bme280Plan(options)
        {
            Bus = request.Sensor.RequiredText("bus", "i2c-1"),
            Period = request.Sensor.Duration("period", TimeSpan.FromSeconds(1)),
        };
        request.Complain(options.Validate());
        return request.ProblemCount == before ? plan : null;
    }

    private static Bme280Output Output(SettingBag channel) => new(
        SensorRequest.ChannelName(channel),
        channel.Choice("output", ("temperature", Bme280Quantity.Temperature), ("pressure", Bme280Quantity.Pressure), ("humidity", Bme280Quantity.Humidity)));
}
