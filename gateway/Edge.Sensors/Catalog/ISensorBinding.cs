namespace Edge.Sensors.Catalog;

/// <summary>How one driver reads its configuration.</summary>
public interface ISensorBinding
{
    /// <summary>The driver's word in the configuration.</summary>
    string Driver { get; }

    /// <summary>The plan, or null when the request got problems.</summary>
    SensorPlan? Read(SensorRequest request);
}
