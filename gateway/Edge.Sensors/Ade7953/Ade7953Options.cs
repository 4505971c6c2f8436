using Edge.Sensors.Buses;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ade7953;

/// <summary>How an ADE7953 is wired and driven.</summary>
public sealed record Ade7953Options
{
    private const double UsualFrequency = 50;

    /// <summary>7-bit address. The default value is 0x38, the only one.</summary>
    public int Address { get; init; } = Ade7953Chip.Address;

    /// <summary>Of the mains, V rms: a sine that just fills the voltage's input. Must be above 0 where voltage or power is measured.</summary>
    public double VoltageFullScale { get; init; }

    /// <summary>In the conductor, A rms: a sine that just fills input A. Must be above 0 where its current or power is measured.</summary>
    public double CurrentAFullScale { get; init; }

    /// <summary>The same of input B.</summary>
    public double CurrentBFullScale { get; init; }

    /// <summary>Gain before the voltage's converter: 1, 2, 4, 8, 16. The default value is 1.</summary>
    public int VoltageGain { get; init; } = 1;

    /// <summary>Gain before the converter of input A: 1, 2, 4, 8, 16, 22. The default value is 1.</summary>
    public int CurrentAGain { get; init; } = 1;

    /// <summary>Gain before the converter of input B: 1, 2, 4, 8, 16. The default value is 1.</summary>
    public int CurrentBGain { get; init; } = 1;

    /// <summary>The channels, each of another quantity.</summary>
    public required IReadOnlyList<Ade7953Output> Outputs { get; init; }

    /// <summary>The settling, and the transfers of a round that measures everything: flags five times, six results, the setup's six registers.</summary>
    public static TimeSpan Duration => Ade7953Chip.Settling + I2cTime.Of(transfers: 17, bytes: 17 * 4 + 5 * 4 + 22 + 13);

    /// <summary>What the chip must hold, the configuration last.</summary>
    internal (Ade7953Register Register, uint Value)[] Setup() =>
    [
        (Ade7953Register.VoltageGain, Code(VoltageGain)),
        (Ade7953Register.CurrentGainA, Code(CurrentAGain)),
        (Ade7953Register.CurrentGainB, Code(CurrentBGain)),
        (Ade7953Register.OvervoltageLevel, Ade7953Chip.FullScalePeak),
        (Ade7953Register.OvercurrentLevel, Ade7953Chip.FullScalePeak),
        (Ade7953Register.Configuration, Ade7953Chip.Configuration),
    ];

    private static uint Code(int gain) => (uint)Ade7953Chip.Gains.IndexOf(gain);

    /// <summary>A code's worth of a quantity in its unit; of the frequency, which has no even steps, the one at 50 Hz.</summary>
    public double Step(Ade7953Quantity quantity) => quantity switch
    {
        Ade7953Quantity.Voltage => VoltageFullScale / Ade7953Chip.FullScaleRms,
        Ade7953Quantity.CurrentA => CurrentAFullScale / Ade7953Chip.FullScaleRms,
        Ade7953Quantity.CurrentB => CurrentBFullScale / Ade7953Chip.FullScaleRms,
        Ade7953Quantity.PowerA => VoltageFullScale * CurrentAFullScale / Ade7953Chip.FullScalePower,
        Ade7953Quantity.PowerB => VoltageFullScale * CurrentBFullScale / Ade7953Chip.FullScalePower,
        _ => UsualFrequency * UsualFrequency / Ade7953Chip.PeriodClock,
    };

    /// <summary>The channels as a plan and a sensor show them.</summary>
    public IReadOnlyList<SensorOutput> Describe() => [.. Outputs.Select(o => new SensorOutput(o.Name, o.Unit, Step(o.Quantity)))];

    private bool Measures(params ReadOnlySpan<Ade7953Quantity> quantities)
    {
        foreach (var output in Outputs)
        {
            if (quantities.Contains(output.Quantity))
                return true;
        }
        return false;
    }

    private static bool IsFullScale(double value) => double.IsFinite(value) && value > 0;

    /// <summary>What is wrong, empty when nothing.</summary>
    public IEnumerable<OptionProblem> Validate()
    {
        if (Address != Ade7953Chip.Address)
            yield return new("address", $"0x{Address:X2} is not an ADE7953's; write 0x38, the only one it has.");
        if (!IsFullScale(VoltageFullScale) && Measures(Ade7953Quantity.Voltage, Ade7953Quantity.PowerA, Ade7953Quantity.PowerB))
            yield return new("voltage_full_scale", $"{VoltageFullScale} V is not a full scale; write the volts (rms) of the mains that just fill the input, 354 behind a divider of 1000 to 1.");
        if (!IsFullScale(CurrentAFullScale) && Measures(Ade7953Quantity.CurrentA, Ade7953Quantity.PowerA))
            yield return CurrentProblem("current_a_full_scale", CurrentAFullScale);
        if (!IsFullScale(CurrentBFullScale) && Measures(Ade7953Quantity.CurrentB, Ade7953Quantity.PowerB))
            yield return CurrentProblem("current_b_full_scale", CurrentBFullScale);
        foreach (var (option, gain, largest) in new[] { ("voltage_gain", VoltageGain, 16), ("current_a_gain", CurrentAGain, 22), ("current_b_gain", CurrentBGain, 16) })
        {
            if (gain > largest || !Ade7953Chip.Gains.Contains(gain))
                yield return new(option, $"{gain} is not a gain of this input; write {(largest == 22 ? "1, 2, 4, 8, 16 or 22" : "1, 2, 4, 8 or 16")}.");
        }
        if (Outputs.Count == 0 || Outputs.Select(o => o.Quantity).Distinct().Count() != Outputs.Count)
            yield return new("channels", "list one to 6 channels with different outputs: voltage, current_a, current_b, power_a, power_b, frequency.");
    }

    private static OptionProblem CurrentProblem(string option, double value) =>
        new(option, $"{value} A is not a full scale; write the amperes (rms) in the conductor that just fill the input, 35.4 with a shunt of 10 milliohm.");
}
