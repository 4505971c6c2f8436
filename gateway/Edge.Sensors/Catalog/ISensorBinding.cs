namespace Edge.Sensors.Catalog;

/// <summary>How one driver reads its configuration.</summary>
public interface ISensorBinding
{
    /// <summary>The driver's word in the configuration.</summary>
    string Driver { get; }

    /// <summary>The plan, or null when the request got problems.</summary>
    SensorPlan? Read(SensorRequest request);

    /// <summary>What its devices are wired to; known also of one whose settings are refused.</summary>
    Wiring Wiring => Wiring.I2c;

    /// <summary>The address where none is written; null where there is none.</summary>
    int? UsualAddress => null;

    /// <summary>Whether it may be compensated with another channel.</summary>
    bool TakesTemperature => false;
}
