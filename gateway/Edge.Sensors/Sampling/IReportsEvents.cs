namespace Edge.Sensors.Sampling;

/// <summary>A device with more to tell than readings: what happened goes into the log as an entry of its own.</summary>
public interface IReportsEvents
{
    /// <summary>Takes what happened in the last round, at most once. Not while a round runs.</summary>
    bool TryTakeEvent(out SensorEvent happening);
}
