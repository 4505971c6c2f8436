namespace Edge.Gateway.Time.Rtc;

/// <summary>Asks a clock whether it lost its voltage.</summary>
public interface IRtcFlags
{
    /// <summary>The bits of RTC_VL_READ; null when it cannot be asked, and why.</summary>
    uint? Read(out string why);
}
