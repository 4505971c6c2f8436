namespace Edge.Bench.Sampling;

/// <summary>What came of the loops over the ports.</summary>
/// <param name="PerSecond">Samples of the fast channel.</param>
/// <param name="P50">ms: half of its rounds began no later.</param>
/// <param name="P99">ms: 99 in 100.</param>
/// <param name="Missed">Rounds left out while it was measured, of all devices.</param>
/// <param name="Allocated">Managed bytes per sample of all devices.</param>
internal sealed record PortFigures(double PerSecond, double P50, double P99, long Missed, double Allocated);
