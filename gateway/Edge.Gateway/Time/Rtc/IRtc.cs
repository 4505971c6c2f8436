namespace Edge.Gateway.Time.Rtc;

/// <summary>A clock with a battery, read through the kernel or over a bus.</summary>
public interface IRtc
{
    /// <summary>For messages: rtc0.</summary>
    string Name { get; }

    /// <summary>Reads it; may take as long as its bus does. What goes wrong is said in the answer, not thrown.</summary>
    RtcReading Read();
}
