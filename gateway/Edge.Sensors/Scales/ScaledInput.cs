using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Scales;

/// <summary>One wired terminal of a converter.</summary>
/// <param name="Name">Channel name.</param>
/// <param name="Terminal">0 to 3: the first to the fourth.</param>
/// <param name="Scale">What its voltage means.</param>
public sealed record ScaledInput(string Name, int Terminal, InputScale Scale)
{
    /// <summary>The channel.</summary>
    /// <param name="voltsPerCode">V per code of the converter.</param>
    public SensorOutput Describe(double voltsPerCode) => new(Name, Scale.Unit, Scale.Resolution(voltsPerCode));

    /// <summary>Reads a channel: <c>name</c>, <c>input</c>, <c>scale</c> and what belongs to the scale.</summary>
    /// <param name="channel">Its settings.</param>
    /// <param name="terminals">The words of the four terminals.</param>
    internal static ScaledInput Read(SettingBag channel, IReadOnlyList<string> terminals) => new(
        SensorRequest.ChannelName(channel),
        channel.Choice("input", (terminals[0], 0), (terminals[1], 1), (terminals[2], 2), (terminals[3], 3)),
        InputScale.Read(channel));

    /// <summary>What is wrong with the inputs of a converter with four terminals.</summary>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="converter">Its name in a message.</param>
    /// <param name="terminals">The words of the four terminals.</param>
    /// <param name="fullScale">Where its range ends, V.</param>
    internal static IEnumerable<OptionProblem> Validate(
        IReadOnlyList<ScaledInput> inputs, string converter, IReadOnlyList<string> terminals, double fullScale)
    {
        if (inputs.Count is 0 or > 4 || inputs.Select(i => i.Terminal).Distinct().Count() != inputs.Count)
            yield return new("channels", $"an {converter} has four terminals; list one to four channels with different inputs {terminals[0]} to {terminals[3]}.");
        foreach (var input in inputs)
        {
            if (input.Terminal is < 0 or > 3)
                yield return new("input", $"there is no terminal {input.Terminal}; write {string.Join(" or ", terminals)}.");
            foreach (var problem in input.Scale.Validate())
                yield return problem;
            if (input.Scale.HighestVolts > fullScale)
                yield return new("gain", $"{(input.Name.Length > 0 ? input.Name : "a channel")} needs {input.Scale.HighestVolts} V at 20 mA but the range ends at {fullScale} V; write a wider gain or a smaller shunt.");
        }
    }
}
