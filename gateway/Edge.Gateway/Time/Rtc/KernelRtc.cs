using System.Globalization;

namespace Edge.Gateway.Time.Rtc;

/// <summary>A battery-backed clock that the kernel drives: its time in /sys/class/rtc/rtcN/since_epoch, its stop flag by RTC_VL_READ on /dev/rtcN.</summary>
/// <param name="name">rtc0, rtc1 ...</param>
/// <param name="classes">The folder of the kernel's clocks.</param>
/// <param name="flags">Asks for the stop flag.</param>
public sealed class KernelRtc(string name, string classes, IRtcFlags flags) : IRtc
{
    public KernelRtc(string name)
        : this(name, "/sys/class/rtc", new DeviceRtcFlags($"/dev/{name}"))
    {
    }

    public string Name => name;

    public RtcReading Read()
    {
        if (!Directory.Exists(Path.Combine(classes, name)))
            return RtcReading.Unknown($"{name} does not exist; enable its overlay (dtoverlay=i2c-rtc,...), or name another under clock.rtc");
        if (flags.Read(out var why) is not { } voltage)
            return RtcReading.Unknown($"{name} cannot be asked whether it stopped: {why}");
        if ((voltage & (uint)(RtcVoltage.DataInvalid | RtcVoltage.BackupEmpty)) != 0)
            return RtcReading.Stopped($"{name} says that it lost its voltage; check its battery, then set it (hwclock --systohc)");
        return SinceEpoch() is { } seconds
            ? RtcReading.Kept(seconds)
            : RtcReading.Stopped($"{name} gives no time, as one that stopped does; check its battery, then set it (hwclock --systohc)");
    }

    private long? SinceEpoch()
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(classes, name, "since_epoch")).Trim();
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
