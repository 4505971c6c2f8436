using Edge.Sensors.Buses;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ds3231;

/// <summary>How a DS3231's thermometer is wired.</summary>
/// <param name="Name">The channel.</param>
public sealed record Ds3231Options(string Name)
{
    /// <summary>7-bit address. The default value is 0x68, the only one.</summary>
    public int Address { get; init; } = Ds3231Chip.Address;

    /// <summary>One transfer of all registers.</summary>
    public static TimeSpan BusTime => I2cTime.OfRegisters(writes: 0, reads: 1, bytes: Ds3231Chip.Registers);

    /// <summary>The channel as a plan and a sensor show it.</summary>
    public IReadOnlyList<SensorOutput> Describe() => [new(Name, "Cel", Ds3231Chip.DegreesPerCode)];

    /// <summary>What is wrong, empty when nothing.</summary>
    public IEnumerable<OptionProblem> Validate()
    {
        if (Address != Ds3231Chip.Address)
            yield return new("address", $"0x{Address:X2} is not a DS3231's; write 0x68, the only one it has.");
    }
}
