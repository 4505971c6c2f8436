namespace Edge.Sensors.Buses;

/// <summary>How long bytes occupy a serial line of 9,600 baud.</summary>
public static class SerialTime
{
    private const int BitsPerSecond = 9600, BitsPerByte = 10;

    /// <summary>Time on the line of so many bytes.</summary>
    public static TimeSpan Of(int bytes) => TimeSpan.FromSeconds((double)bytes * BitsPerByte / BitsPerSecond);
}
