namespace Edge.Sensors.Sampling;

/// <summary>A device that keeps its own calibration and tells of it when asked, so that it can stand in the log beside what people write of it.</summary>
public interface IKeepsCalibration
{
    /// <summary>As the device told last, for example "points 2, slope 99.7,100.3,-0.89"; null while it has not told yet. Changes only within a round.</summary>
    string? Calibration { get; }
}
