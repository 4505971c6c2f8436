namespace Edge.Sensors.Sampling;

/// <summary>Takes samples as a driver makes them. Must not block for long: the driver's device waits.</summary>
public interface ISampleSink
{
    /// <summary>Called once per output and round.</summary>
    void Accept(in Sample sample);
}
