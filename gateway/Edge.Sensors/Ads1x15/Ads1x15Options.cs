using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;
using Edge.Sensors.Scales;

namespace Edge.Sensors.Ads1x15;

/// <summary>How an ADS1115 or ADS1015 is wired and driven.</summary>
/// <param name="Chip">Which of the two.</param>
public sealed record Ads1x15Options(Ads1x15Chip Chip)
{
    /// <summary>The words of the terminals.</summary>
    internal static readonly IReadOnlyList<string> Terminals = ["ain0", "ain1", "ain2", "ain3"];

    /// <summary>7-bit address by the ADDR strap: 0x48 GND, 0x49 VDD, 0x4A SDA, 0x4B SCL. The default value is 0x48.</summary>
    public int Address { get; init; } = 0x48;

    /// <summary>Samples per second, one of the chip's. The default value is what it has after power-on: 128, or 1600.</summary>
    public int DataRate { get; init; } = Chip.UsualRate;

    /// <summary>Full scale of the amplifier, V: 6.144, 4.096, 2.048, 1.024, 0.512, 0.256. The default value is 2.048.</summary>
    public double Gain { get; init; } = 2.048;

    /// <summary>The wired terminals, 1 to 4, each once.</summary>
    public required IReadOnlyList<ScaledInput> Inputs { get; init; }

    /// <summary>Whether the chip converts by itself; otherwise each conversion is started. The default is that it does not.</summary>
    public bool IsRunning { get; init; }

    /// <summary>Where it tells that a conversion is over; needed where it converts by itself, and only there.</summary>
    public ReadyLine? Ready { get; init; }

    /// <summary>The period that is written; null: none. Of a chip that converts by itself it can only be that of its data rate.</summary>
    public TimeSpan? Period { get; init; }

    /// <summary>V per code.</summary>
    public double VoltsPerCode => Chip.VoltsPerCode(Gain);

    /// <summary>How long one conversion takes.</summary>
    public TimeSpan Conversion => TimeSpan.FromSeconds(1.0 / DataRate);

    /// <summary>No conversion is shorter: the datasheets give the data rate to 10 %.</summary>
    internal TimeSpan ShortestConversion => Conversion * 0.9;

    /// <summary>How often, while it converts by itself, a register of its setup is read back: with each sample where that leaves half of a bus of 100 kbit/s, else every 20 ms.</summary>
    internal TimeSpan CheckEvery => 4 * OfRead <= Conversion ? TimeSpan.Zero : TimeSpan.FromMilliseconds(20);

    /// <summary>How long a register's transfer takes.</summary>
    internal static TimeSpan OfRead => I2cTime.OfRegisters(writes: 0, reads: 1, bytes: 2);

    /// <summary>What each sample takes of the bus while it converts by itself: its code, and its share of the setup that is read back.</summary>
    internal TimeSpan RunningTime => OfRead * (1 + (Conversion / (Conversion + CheckEvery)));

    /// <summary>What a word of the conversion register says.</summary>
    internal Sample Evaluate(int output, ushort word)
    {
        if (!Chip.TryCode(word, out var code))
            return Sample.Absent(output, Reason.WrongDevice, word);
        return code == Chip.LargestCode || code == -Chip.LargestCode - 1
            ? Sample.Absent(output, Reason.Saturated, code)
            : Inputs[output].Scale.Evaluate(output, code * VoltsPerCode, code);
    }

    /// <summary>What is wrong, empty when nothing.</summary>
    public IEnumerable<OptionProblem> Validate()
    {
        var name = Chip.Driver.ToUpperInvariant();
        if (Address is < 0x48 or > 0x4B)
            yield return new("address", $"0x{Address:X2} is not an {name}'s; write 0x48, 0x49, 0x4A or 0x4B (ADDR strapped to GND, VDD, SDA, SCL).");
        if (!Chip.DataRates.Contains(DataRate))
            yield return new("data_rate", $"{DataRate} is not a rate of the chip; write {string.Join(", ", Chip.DataRates.SkipLast(1))} or {Chip.DataRates[^1]}.");
        if (!Ads1x15Chip.FullScales.Contains(Gain))
            yield return new("gain", $"{Gain} V is not a range of the chip; write 6.144, 4.096, 2.048, 1.024, 0.512 or 0.256.");
        foreach (var problem in ScaledInput.Validate(Inputs, name, Terminals, Gain))
            yield return problem;
        foreach (var problem in IsRunning ? ValidateRunning() : Ready is null ? [] : [new("mode", "is not continuous, to which ready_bus and ready_line belong; remove them, or write mode: continuous.")])
            yield return problem;
    }

    private IEnumerable<OptionProblem> ValidateRunning()
    {
        if (Ready is null)
            yield return new("ready_line", "is missing; write the GPIO line that ALERT/RDY is wired to, for example ready_bus: gpio and ready_line: 27, where nothing else is wired to that line: without it a new code cannot be told from an old one.");
        if (Inputs.Count > 1)
            yield return new("channels", "in mode: continuous the chip converts one terminal; list one channel, or remove the mode.");
        if (2 * OfRead > Conversion)
            yield return new("data_rate", $"{DataRate} a second cannot be followed on a bus of 100 kbit/s; write at most {Chip.DataRates.Last(r => 2 * OfRead.TotalSeconds <= 1.0 / r)} in mode: continuous.");
        if (Period is { } period && Math.Abs(period / Conversion - 1) > 0.01)
            yield return new("period", $"{DurationText.Format(period)} is not the period of {DataRate} samples a second; remove it, or write {Math.Round(Conversion.TotalMicroseconds)}us.");
    }
}
