using System.Globalization;
using Edge.Gateway.Configuration;
using Edge.Ledger.Text;

namespace Edge.Gateway.Pipeline;

/// <summary>
/// Notices when a channel crosses its limits; says it once for each crossing. An alarm ends only when the value has come back by more than the channel's deadband
/// (ISA-18.2), so that one which wanders about its limit raises one alarm and not hundreds.
/// </summary>
/// <param name="channels">All, in the order of the configuration.</param>
public sealed class AlarmWatch(IReadOnlyList<ChannelSettings> channels)
{
    /// <summary>What to record of it.</summary>
    /// <param name="Text">Value and limit with their unit, in English, as it stands in the log.</param>
    /// <param name="IsOpen">Whether it is outside of its limits now.</param>
    public readonly record struct Crossing(string Text, bool IsOpen);

    private enum Side : byte
    {
        Within,
        Below,
        Above,
    }

    private const double FinestShown = 1e-12;

    private readonly Side[] _sides = new Side[channels.Count];

    /// <summary>What to record, or null. A reading without a value changes nothing.</summary>
    /// <param name="channel">Its place among the channels.</param>
    /// <param name="value">In the channel's unit.</param>
    public Crossing? Look(int channel, double? value)
    {
        if (value is not { } number)
            return null;
        var settings = channels[channel];
        var side = SideOf(settings, number, _sides[channel]);
        if (side == _sides[channel])
            return null;
        _sides[channel] = side;
        var unit = settings.Unit == "/" ? "" : $" {settings.Unit}";
        return side switch
        {
            Side.Above => new Crossing($"{Shown(settings, number)}{unit} is above the limit {Limit(settings.AlarmHigh)}{unit}", IsOpen: true),
            Side.Below => new Crossing($"{Shown(settings, number)}{unit} is below the limit {Limit(settings.AlarmLow)}{unit}", IsOpen: true),
            _ => new Crossing($"{Shown(settings, number)}{unit} is within limits again", IsOpen: false),
        };
    }

    private static Side SideOf(ChannelSettings settings, double value, Side was) =>
        value > settings.AlarmHigh - (was == Side.Above ? settings.AlarmDeadband : 0) ? Side.Above
        : value < settings.AlarmLow + (was == Side.Below ? settings.AlarmDeadband : 0) ? Side.Below
        : Side.Within;

    /// <summary>Rounded to the channel's resolution, unless that would make it look like a limit that it is beyond.</summary>
    private static string Shown(ChannelSettings settings, double value)
    {
        for (var resolution = settings.Resolution; resolution >= FinestShown; resolution /= 10)
        {
            var text = ShownValue.Of(value, resolution);
            if (IsAsFar(settings, double.Parse(text, CultureInfo.InvariantCulture), value))
                return text;
        }

        return value.ToString("R", CultureInfo.InvariantCulture);
    }

    private static bool IsAsFar(ChannelSettings settings, double shown, double value) =>
        shown > settings.AlarmHigh == value > settings.AlarmHigh && shown < settings.AlarmLow == value < settings.AlarmLow;

    private static string Limit(double? limit) => limit!.Value.ToString(CultureInfo.InvariantCulture);
}
