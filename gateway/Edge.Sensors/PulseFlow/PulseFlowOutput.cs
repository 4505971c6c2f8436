namespace Edge.Sensors.PulseFlow;

/// <summary>One channel of a pulse flow meter.</summary>
/// <param name="Name">Channel name.</param>
/// <param name="Quantity">Which quantity.</param>
public sealed record PulseFlowOutput(string Name, PulseFlowQuantity Quantity);
