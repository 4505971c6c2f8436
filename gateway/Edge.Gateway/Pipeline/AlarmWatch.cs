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
    /// <param name="Limit">The limit it is beyond, in the channel's unit; null when it is within.</param>
    /// <param name="IsAbove">Whether that is the upper one.</param>
    public readonly record struct Crossing(string Text, bool IsOpen, double? Limit = null, bool IsAbove = false);

    private enum Side : byte
    {
        Within,
        Below,
        Above,
    }

    private const double FinestShown = 1e-12;

    private readonly Side[] _sides = new Side[channels.Count];
    private readonly (Side Side, double Limit)[] _former = new (Side, double)[channels.Count];

    /// <summary>The run before left a channel beyond a limit: its next value ends or continues that.</summary>
    public void Resume(int channel, OpenAlarm alarm) => _former[channel] = (alarm.IsAbove ? Side.Above : Side.Below, alarm.Limit!.Value);

    /// <summary>What to record, or null. A reading without a value changes nothing.</summary>
    /// <param name="channel">Its place among the channels.</param>
    /// <param name="value">In the channel's unit.</param>
    public Crossing? Look(int channel, double? value)
    {
        if (value is not { } number)
            return null;
        var settings = channels[channel];
        if (_former[channel].Side is not Side.Within)
            return Continue(channel, settings, number);
        var side = SideOf(settings, number, _sides[channel]);
        if (side == _sides[channel])
            return null;
        return Cross(channel, side, number);
    }

    private Crossing Cross(int channel, Side side, double value, string ending = "")
    {
        _sides[channel] = side;
        var settings = channels[channel];
        var shown = $"{Shown(settings, value)}{Unit(settings)}";
        return side switch
        {
            Side.Above => new Crossing($"{shown} is above the limit {Limit(settings.AlarmHigh)}{Unit(settings)}{ending}", IsOpen: true, settings.AlarmHigh, IsAbove: true),
            Side.Below => new Crossing($"{shown} is below the limit {Limit(settings.AlarmLow)}{Unit(settings)}{ending}", IsOpen: true, settings.AlarmLow),
            _ => new Crossing($"{shown}{AlarmText.WithinLimits}{ending}", IsOpen: false),
        };
    }

    /// <summary>The first value after a run that left an alarm open. Under another limit its deadband is not the one that kept it open.</summary>
    private Crossing Continue(int channel, ChannelSettings settings, double value)
    {
        var (was, limit) = _former[channel];
        _former[channel] = default;
        var isSame = (was == Side.Above ? settings.AlarmHigh : settings.AlarmLow) == limit;
        var side = SideOf(settings, value, isSame ? was : Side.Within);
        if (side == Side.Within && !isSame)
            return Cross(channel, side, value, $", as the limit {Limit(limit)}{Unit(settings)} is no longer in force");
        if (side == was && SideOf(settings, value, Side.Within) == Side.Within)
            return Held(channel, side, value);
        return Cross(channel, side, value, side == was ? ", as before the start" : side == Side.Within ? AlarmText.EndedUnwatched : "");
    }

    private Crossing Held(int channel, Side side, double value)
    {
        _sides[channel] = side;
        var (settings, isAbove) = (channels[channel], side == Side.Above);
        var limit = isAbove ? settings.AlarmHigh : settings.AlarmLow;
        return new Crossing($"{Shown(settings, value)}{Unit(settings)} is within the deadband of the limit {Limit(limit)}{Unit(settings)}, as before the start", IsOpen: true, limit, isAbove);
    }

    private static string Unit(ChannelSettings settings) => settings.Unit == "/" ? "" : $" {settings.Unit}";

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
