using Edge.Sensors.Buses;
using Edge.Sensors.Ds3231;

namespace Edge.Gateway.Time.Rtc;

/// <summary>A DS3231 on a bus of the gateway's own, which no kernel driver keeps: the gateway sets it.</summary>
/// <param name="bus">The bus it is on; stays the caller's.</param>
public sealed class BusRtc(II2cBus bus) : IRtc
{
    /// <summary>The word in the configuration.</summary>
    public const string Word = "ds3231";

    private const long Tolerated = 1;

    public string Name { get; } = $"{Word} on {bus.Name}";

    public RtcReading Read()
    {
        var status = Ds3231Registers.Read(bus, out var registers);
        if (status != I2cStatus.Ok)
            return RtcReading.Unknown($"{Name} does not answer ({status}); look at its wires and its supply, and whether the kernel has it (dtoverlay=i2c-rtc): then name rtc0 under clock.rtc");
        if (!registers.IsWhole)
            return RtcReading.Unknown($"what answers at 0x68 on {bus.Name} is no DS3231; name another bus under clock.rtc_bus, or none under clock.rtc");
        return registers.HasStopped
            ? RtcReading.Stopped($"{Name} says that its oscillator stopped; check its battery; it is set when the kernel's clock is synchronised")
            : RtcReading.Kept(registers.Seconds);
    }

    /// <summary>Sets it, unless it kept time and agrees within a second.</summary>
    public void Keep(long seconds)
    {
        if (Ds3231Registers.Read(bus, out var registers) != I2cStatus.Ok || !registers.IsWhole)
            return;
        if (registers.HasStopped || Math.Abs(registers.Seconds - seconds) > Tolerated)
            Ds3231Registers.Set(bus, seconds);
    }
}
