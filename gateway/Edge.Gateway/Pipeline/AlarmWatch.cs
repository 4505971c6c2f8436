using System.Globalization;
using Edge.Gateway.Configuration;
using Edge.Ledger.Text;

namespace Edge.Gateway.Pipeline;

/// <summary>
/// Notices when a channel crosses its limits; says it once for each crossing. An alarm ends only when the value has come back by more than the channel's deadband
/// (ISA-18.2), so that one which wanders about its limit raises one alarm and not hundreds.
/// </summary>
internal sealed class AlarmWatch(IReadOnlyList<ChannelSettings> channels)
{
    /// <param name="IsOpen">Whether it is outside of its limits now.</param>
    internal readonly record struct Crossing(string Text, bool IsOpen);

    private enum Side : byte
    {
        Within,
        Below,
        Above,
    }

    private readonly Side[] _sides = new Side[channels.Count];

    /// <summary>What to record, or null. A reading without a value changes nothing.</summary>
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
        var resolution = settings.Resolution;
        while (ShownValue.Of(value, resolution) is var text)
        {
            var number = double.Parse(text, CultureInfo.InvariantCulture);
            if (number > settings.AlarmHigh == value > settings.AlarmHigh && number < settings.AlarmLow == value < settings.AlarmLow)
                return text;
            if ((resolution /= 10) < 1e-12)
                break;
        }

        return value.ToString("R", CultureInfo.InvariantCulture);
    }

    private static string Limit(double? limit) => limit!.Value.ToString(CultureInfo.InvariantCulture);
}
