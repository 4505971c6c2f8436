using System.Text.RegularExpressions;
using Edge.Sensors.Buses;

namespace Edge.Sensors.Catalog;

/// <summary>One element of <c>sensors:</c>, as scalars: the element's own, its <c>options</c>, its <c>channels</c>.</summary>
/// <param name="sensor">driver, bus, address or line, period.</param>
/// <param name="options">The driver's options; an empty bag when none are written.</param>
/// <param name="channels">One bag per channel.</param>
/// <param name="problems">The list the bags share.</param>
public sealed partial class SensorRequest(
    SettingBag sensor, SettingBag options, IReadOnlyList<SettingBag> channels, ICollection<SettingProblem> problems)
{
    /// <summary>What channels' names look like.</summary>
    public const string ChannelNames = "^[a-z0-9._-]{1,64}$";

    private const string Units = "^[!-~\u00B0\u00B5]{1,32}$";

    /// <summary>The element's own scalars.</summary>
    public SettingBag Sensor { get; } = sensor;

    /// <summary>Its <c>options</c>.</summary>
    public SettingBag Options { get; } = options;

    /// <summary>Its <c>channels</c>.</summary>
    public IReadOnlyList<SettingBag> Channels { get; } = channels;

    /// <summary>Problems found so far, by everyone who shares the list.</summary>
    public int ProblemCount => problems.Count;

    /// <summary>Whether a channel can have this name.</summary>
    public static bool IsChannelName(string name) => NamePattern().IsMatch(name);

    /// <summary>A channel's <c>name</c>: [a-z0-9._-]{1,64}.</summary>
    public static string ChannelName(SettingBag channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var name = channel.RequiredText("name", "main.pressure", Allowed.Like(ChannelNames));
        if (name.Length > 0 && !NamePattern().IsMatch(name))
            channel.Complain("name", $"\"{name}\" is not a channel name; use 1 to 64 of a-z 0-9 . _ -");
        return name;
    }

    /// <summary>A channel's <c>unit</c>: printable, no blanks, at most 32 characters, of UCUM or SenML or in brackets (<see cref="UnitCode"/>).</summary>
    public static string Unit(SettingBag channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var unit = channel.RequiredText("unit", "bar", Allowed.Like(Units));
        if (unit.Length > 0 && !UnitPattern().IsMatch(unit))
            channel.Complain("unit", $"\"{unit}\" is not a unit; write it in UCUM or SenML without blanks, for example bar, L/min, mg/L, [degF]");
        else if (UnitSpelling.Meant(unit) is { } meant)
            channel.Complain("unit", $"\"{unit}\" is not how this unit is written; write {meant}");
        else if (unit.Length > 0 && !UnitCode.IsKnown(unit))
            channel.Complain("unit", UnitSpelling.Nearest(unit) is { } near
                ? $"\"{unit}\" is no unit of UCUM or SenML; write {near} if that is meant, or in brackets a unit of your own"
                : $"\"{unit}\" is no unit of UCUM or SenML; write for example bar or L/min, or in brackets a unit of your own");
        return unit;
    }

    /// <summary>The element's <c>line</c>: an offset on a GPIO chip.</summary>
    public int Line()
    {
        var line = Sensor.Integer("line", -1, Allowed.AtLeast(0) with { IsNeeded = true });
        if (line < 0)
            Sensor.Complain("line", "write the line's offset on its GPIO chip, for example line: 17");
        return line;
    }

    /// <summary>The option <c>bias</c>: what holds the line where nobody drives it.</summary>
    public LineBias Bias(LineBias otherwise) => !Options.Has("bias") ? otherwise
        : Options.Choice("bias", ("up", LineBias.PullUp), ("down", LineBias.PullDown), ("none", LineBias.None), ("as-is", LineBias.AsIs));

    /// <summary>Adds the options' problems where the setting was written: the element, a channel, or the options.</summary>
    public void Complain(IEnumerable<OptionProblem> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        foreach (var problem in found)
        {
            var place = Sensor.IsWritten(problem.Option) || problem.Option is "address" or "line" or "period" or "channels" ? Sensor
                : Channels.FirstOrDefault(c => c.IsWritten(problem.Option)) ?? Options;
            place.Complain(problem.Option, problem.Message);
        }
    }

    [GeneratedRegex(ChannelNames)]
    private static partial Regex NamePattern();

    [GeneratedRegex(Units)]
    private static partial Regex UnitPattern();
}
