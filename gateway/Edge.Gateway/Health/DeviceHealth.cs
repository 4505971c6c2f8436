using System.Text.Json.Serialization;

namespace Edge.Gateway.Health;

/// <summary>How a device's rounds went since the start, and how it answers on its bus.</summary>
/// <param name="Bus">Key of the bus.</param>
/// <param name="Rounds">Rounds begun.</param>
/// <param name="MissedRounds">Rounds left out, because their time had passed when they could have begun.</param>
/// <param name="JitterP50Milliseconds">Half of its rounds began no later than this after they were due; null before the first.</param>
/// <param name="JitterP99Milliseconds">The same of 99 in 100.</param>
/// <param name="Absent">Readings without a value.</param>
public sealed record DeviceHealth(string Bus, long Rounds, long MissedRounds, double? JitterP50Milliseconds, double? JitterP99Milliseconds, long Absent)
{
    private const double MissesFrom = 0.01;
    private const long MissesAtLeast = 5;
    private const double UnsteadyForSeconds = 600;
    private const double AnsweringForSeconds = 60;

    /// <summary>The driver's word in the configuration.</summary>
    public string? Driver { get; init; }

    /// <summary>Which part of its rounds was left out in the last ten minutes or so, 0 to 1; each is in a gap entry.</summary>
    public double MissedShare { get; init; }

    /// <summary>How its transfers ended; null where it is not on an I2C bus.</summary>
    public TransferHealth? Transfers { get; init; }

    /// <summary>It is not sampled as the configuration asks: more is left out than the odd round.</summary>
    [JsonIgnore]
    public bool Misses => MissedShare >= MissesFrom && MissedRounds >= MissesAtLeast;

    /// <summary>It answers, but so often not at the first time that its budget of retries was spent lately.</summary>
    [JsonIgnore]
    public bool IsUnsteady => Transfers is { GaveUpSecondsAgo: < UnsteadyForSeconds, AnsweredSecondsAgo: < AnsweringForSeconds };
}
