using System.Globalization;
using Edge.Gateway.Configuration;

namespace Edge.Gateway.Pipeline;

/// <summary>Notices when a channel crosses its limits; says it once for each crossing.</summary>
internal sealed class AlarmWatch(IReadOnlyList<ChannelSettings> channels)
{
    /// <param name="IsOpen">Whether it is outside of its limits now.</param>
    internal readonly record struct Crossing(string Text, bool IsOpen);

    private readonly bool[] _raised = new bool[channels.Count];

    /// <summary>What to record, or null. A reading without a value changes nothing.</summary>
    public Crossing? Look(int channel, double? value)
    {
        if (value is not { } number)
            return null;
        var settings = channels[channel];
        var outside = number < settings.AlarmLow || number > settings.AlarmHigh;
        if (outside == _raised[channel])
            return null;
        _raised[channel] = outside;
        var unit = settings.Unit;
        return new Crossing(
            outside
                ? string.Create(CultureInfo.InvariantCulture, $"{number} {unit} is {(number > settings.AlarmHigh ? "above" : "below")} the limit {(number > settings.AlarmHigh ? settings.AlarmHigh : settings.AlarmLow)} {unit}")
                : string.Create(CultureInfo.InvariantCulture, $"{number} {unit} is within limits again"),
            outside);
    }
}
