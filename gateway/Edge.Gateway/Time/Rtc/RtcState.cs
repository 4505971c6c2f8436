namespace Edge.Gateway.Time.Rtc;

/// <summary>Whether a battery-backed clock kept time.</summary>
public enum RtcState
{
    /// <summary>It says that it did not stop since it was set.</summary>
    Kept,

    /// <summary>It says that it stopped, or lost its voltage: what it shows is not the time.</summary>
    Stopped,

    /// <summary>It does not answer, or cannot say whether it stopped: nobody may rely on it.</summary>
    Unknown,
}
