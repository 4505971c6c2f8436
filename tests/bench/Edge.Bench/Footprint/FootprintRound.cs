namespace Edge.Bench.Footprint;

/// <summary>One gateway from start to stop.</summary>
/// <param name="ResidentMegabytes">At the end of the steady state.</param>
/// <param name="CpuPercent">Of one core, in the steady state.</param>
/// <param name="SecondsToFirst">From the process's start to its first durable reading.</param>
/// <param name="Allocated">Managed bytes per reading in the steady state, of the whole process.</param>
/// <param name="ReadingsPerSecond">That came.</param>
internal sealed record FootprintRound(double ResidentMegabytes, double CpuPercent, double SecondsToFirst, double Allocated, double ReadingsPerSecond);
