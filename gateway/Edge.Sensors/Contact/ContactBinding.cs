using Edge.Sensors.Buses;
using Edge.Sensors.Catalog;

namespace Edge.Sensors.Contact;

/// <summary>Reads <c>driver: contact</c>.</summary>
public sealed class ContactBinding : ISensorBinding
{
    internal const string Word = "contact";

    /// <inheritdoc/>
    public string Driver => Word;

    /// <inheritdoc/>
    public Wiring Wiring => Wiring.Line;

    /// <inheritdoc/>
    public SensorPlan? Read(SensorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var before = request.ProblemCount;
        var line = request.Line();
        var options = new ContactOptions
        {
            Meaning = request.Options.Choice("means", ("leak", ContactMeaning.Leak), ("door", ContactMeaning.Door), ("tamper", ContactMeaning.Tamper)),
            ActiveHigh = request.Options.Has("active") ? request.Options.Choice("active", ("high", true), ("low", false)) : null,
            Bias = request.Bias(LineBias.PullUp),
            Debounce = request.Options.Duration("debounce", TimeSpan.FromMilliseconds(50)),
            Outputs = [.. request.Channels.Select(Output)],
        };
        var plan = new ContactPlan(options, line) { Bus = request.Sensor.RequiredText("bus", "gpio"), Period = request.Sensor.Duration("period", TimeSpan.FromSeconds(1)) };
        request.Complain(options.Validate());
        return request.ProblemCount == before ? plan : null;
    }

    private static ContactOutput Output(SettingBag channel) => new(
        SensorRequest.ChannelName(channel), channel.Choice("output", ("state", ContactQuantity.State), ("count", ContactQuantity.Count)));
}
