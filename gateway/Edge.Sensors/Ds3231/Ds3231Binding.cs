using Edge.Sensors.Catalog;

namespace Edge.Sensors.Ds3231;

/// <summary>Reads <c>driver: ds3231</c>.</summary>
public sealed class Ds3231Binding : ISensorBinding
{
    /// <summary>The driver's word.</summary>
    public const string Word = "ds3231";

    /// <inheritdoc/>
    public string Driver => Word;

    /// <inheritdoc/>
    public int? UsualAddress => Ds3231Chip.Address;

    /// <inheritdoc/>
    public SensorPlan? Read(SensorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var before = request.ProblemCount;
        if (request.Channels.Count != 1)
            request.Sensor.Complain("channels", "a DS3231 has one channel; write - { name: box.temperature }");
        var channel = request.Channels.Count > 0 ? request.Channels[0] : null;
        if (channel is not null && channel.Has("output"))
            channel.Choice("output", ("temperature", true));
        var options = new Ds3231Options(channel is null ? "" : SensorRequest.ChannelName(channel))
        {
            Address = request.Sensor.Integer("address", Ds3231Chip.Address, Allowed.From(Ds3231Chip.Address, Ds3231Chip.Address)),
        };
        var plan = new Ds3231Plan(options)
        {
            Bus = request.Sensor.RequiredText("bus", "i2c-1"),
            Period = request.Sensor.Duration("period", TimeSpan.FromSeconds(1)),
        };
        request.Complain(options.Validate());
        return request.ProblemCount == before ? plan : null;
    }
}
