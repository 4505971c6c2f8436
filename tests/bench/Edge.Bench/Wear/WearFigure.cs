namespace Edge.Bench.Wear;

/// <summary>What came out of a round.</summary>
/// <param name="Rate">Readings per second that were to be kept.</param>
/// <param name="BytesPerReading">Written.</param>
/// <param name="KeptPerSecond">Readings per second that were kept.</param>
internal sealed record WearFigure(int Rate, double BytesPerReading, double KeptPerSecond);
