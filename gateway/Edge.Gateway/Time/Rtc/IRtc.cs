namespace Edge.Gateway.Time.Rtc;

/// <summary>A clock with a battery, read through the kernel or over a bus.</summary>
public interface IRtc
{
    /// <summary>For messages: rtc0.</summary>
    string Name { get; }

    /// <summary>Reads it; may take as long as its bus does. What goes wrong is said in the answer, not thrown.</summary>
    RtcReading Read();

    /// <summary>Tells it the time, by a kernel's clock that is synchronised. One that the kernel drives is kept by the kernel, and does nothing.</summary>
    /// <param name="seconds">Since 1970, UTC.</param>
    void Keep(long seconds)
    {
    }
}
