namespace Edge.Gateway.Time.Rtc;

/// <summary>What RTC_VL_READ answers; bits of include/uapi/linux/rtc.h.</summary>
[Flags]
internal enum RtcVoltage : uint
{
    Good = 0,

    /// <summary>Voltage was too low: the time is not valid.</summary>
    DataInvalid = 1,

    /// <summary>The battery runs low; the time is still good.</summary>
    BackupLow = 2,

    /// <summary>No battery, or it is empty.</summary>
    BackupEmpty = 4,

    /// <summary>Voltage is low, it runs less exactly.</summary>
    AccuracyLow = 8,

    /// <summary>It ran from the battery.</summary>
    BackupSwitch = 16,
}
