using System.Globalization;
using Edge.Gateway.Configuration;
using Edge.Ledger.Entries;
using Edge.Sensors.Sampling;

namespace Edge.Gateway.Doctor.Readings;

/// <summary>What a loop current would come to, computed and not measured: through shunt, code and scale as configured, the channel's range and its alarms.</summary>
/// <param name="Alarm">Whether the value would raise the channel's alarm.</param>
public sealed record LoopTrial(string Channel, string Unit, double Resolution, double Milliamps, long? Raw, double? Value, Quality Quality, Reason Reason, bool Alarm)
{
    /// <summary>Below failure, live zero, middle, end, above failure: what NE43 tells apart.</summary>
    public static IReadOnlyList<double> Usual { get; } = [3.5, 4, 12, 20, 21.5];

    /// <summary>Currents as people write them: 3.5mA, 12, all. Null for anything else, and beyond 0 to 30 mA.</summary>
    public static IReadOnlyList<double>? Currents(string text)
    {
        if (text == "all")
            return Usual;
        var number = text.EndsWith("mA", StringComparison.Ordinal) ? text[..^2].TrimEnd() : text;
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var current) && current is >= 0 and <= 30 ? [current] : null;
    }

    /// <summary>The channels that are current loops.</summary>
    public static IEnumerable<string> Loops(GatewayConfiguration configuration) => Inputs(configuration).Select(i => i.Channel.Name);

    /// <summary>Nothing where the channel is not a current loop.</summary>
    public static IEnumerable<LoopTrial> Of(GatewayConfiguration configuration, string channel, double milliamps)
    {
        foreach (var (settings, input, output) in Inputs(configuration).Where(i => i.Channel.Name == channel))
        {
            if (input.Simulate(output, milliamps) is { } sample)
                yield return Judge(settings, milliamps, sample);
        }
    }

    private static LoopTrial Judge(ChannelSettings channel, double milliamps, Sample sample)
    {
        var isOut = sample is { Quality: Quality.Good, Value: { } v } && (v < channel.Rules.Lowest || v > channel.Rules.Highest);
        var (quality, reason) = isOut ? (Quality.Uncertain, Reason.OutOfRange) : (sample.Quality, sample.Reason);
        return new(channel.Name, channel.Unit, channel.Resolution, milliamps, sample.Raw, sample.Value, quality, reason, sample.Value < channel.AlarmLow || sample.Value > channel.AlarmHigh);
    }

    private static IEnumerable<(ChannelSettings Channel, LoopInput Input, int Output)> Inputs(GatewayConfiguration configuration) =>
        from plan in configuration.Sensors
        from output in Enumerable.Range(0, plan.Channels.Count)
        let input = LoopInput.Of(plan, output)
        let channel = configuration.Channels.FirstOrDefault(c => c.Name == plan.Channels[output].Name)
        where input is { Scale: Edge.Sensors.Scales.LoopScale } && channel is not null
        select (channel, input, output);
}
