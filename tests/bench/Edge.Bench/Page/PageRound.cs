using Edge.Bench.Sampling;

namespace Edge.Bench.Page;

/// <summary>One gateway, watched or not.</summary>
/// <param name="Figures">What it said of itself.</param>
/// <param name="Resident">MB.</param>
/// <param name="Ages">ms from sample to arrival, ascending.</param>
/// <param name="BytesPerSecond">Events to each viewer.</param>
internal sealed record PageRound(SamplingFigures Figures, double Resident, IReadOnlyList<double> Ages, double BytesPerSecond)
{
    public long Missed => Figures.Missed(Figures.After.Devices.Keys);

    /// <summary>ms, the worst device.</summary>
    public double JitterP99 => Figures.Jitter(Figures.After.Devices.Keys).P99;

    /// <summary>So many of a hundred readings were no older when they came, ms; 0 when nobody watched.</summary>
    public double Age(double percent) => Ages.Count == 0 ? 0 : Ages[Math.Min(Ages.Count - 1, (int)(Ages.Count * percent / 100))];
}
