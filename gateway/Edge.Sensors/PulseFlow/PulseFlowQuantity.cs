namespace Edge.Sensors.PulseFlow;

/// <summary>What a pulse flow meter gives.</summary>
public enum PulseFlowQuantity
{
    /// <summary>L/min, from the time between pulses.</summary>
    Rate,

    /// <summary>L since the driver started.</summary>
    Total,
}
