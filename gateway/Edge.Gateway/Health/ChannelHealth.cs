using System.Text.Json.Serialization;

namespace Edge.Gateway.Health;

/// <summary>The newest reading of a channel.</summary>
/// <param name="Domain">pipeline, energy or water; empty when not said.</param>
/// <param name="Value">Null when it has none, or before the first reading.</param>
/// <param name="Quality">Good, Uncertain or Bad; null before the first reading.</param>
/// <param name="Reason">Why not good.</param>
/// <param name="SecondsAgo">Its age; null before the first reading.</param>
/// <param name="PeriodSeconds">How often the channel is sampled.</param>
public sealed record ChannelHealth(string Domain, string Unit, double? Value, string? Quality, string? Reason, double? SecondsAgo, double PeriodSeconds)
{
    /// <summary>The device of its bus, where that does not exist and its readings fail for it.</summary>
    public string? MissingDevice { get; init; }

    /// <summary>The device's own code of that reading; null when none was received.</summary>
    public long? Raw { get; init; }

    /// <summary>Bus and place of its device, a key of <see cref="GatewayHealth.Devices"/>; null for a channel that is computed.</summary>
    public string? Device { get; init; }

    /// <summary>Step between neighbouring values, in the unit; null: not known.</summary>
    public double? Resolution { get; init; }

    /// <summary>Leak, Door or Tamper: the readings are 1 while such a contact is wet or open, else 0. Null for other channels.</summary>
    public string? Contact { get; init; }

    /// <summary>Billing, Transients or LeakLocation; null when not said.</summary>
    public string? Purpose { get; init; }

    /// <summary>For how long its readings are uncertain, without a good one between; null: the newest is not.</summary>
    public double? DoubtfulSeconds { get; init; }

    /// <summary>The channels it is computed from; null for a device's own.</summary>
    public IReadOnlyList<string>? Sources { get; init; }

    /// <summary>Of its definition and calibration in force: <see cref="Configuration.ChannelSettings.Fingerprint"/>.</summary>
    public string? Fingerprint { get; init; }

    private const double DoubtPatienceSeconds = 600;
    private const double LeastPatienceSeconds = 10;
    private const double PatiencePeriods = 3;

    /// <summary>A channel that has brought nothing for so long is silent.</summary>
    [JsonIgnore]
    public double PatienceSeconds => Math.Max(LeastPatienceSeconds, PatiencePeriods * PeriodSeconds);

    /// <summary>It has brought nothing yet, or said that its device only begins.</summary>
    [JsonIgnore]
    public bool Begins => SecondsAgo is null || (Quality == "Bad" && Reason is nameof(Edge.Ledger.Entries.Reason.WarmUp) or nameof(Edge.Ledger.Entries.Reason.NotReady));

    /// <summary>Its values are good, lately too.</summary>
    [JsonIgnore]
    public bool IsGood => Measures && Quality == "Good";

    /// <summary>It brings values, and what they say is doubted.</summary>
    [JsonIgnore]
    public bool IsDoubtful => Measures && Quality == "Uncertain";

    /// <summary>It is doubted for so long that somebody should look: where its readings serve something, soon.</summary>
    [JsonIgnore]
    public bool NeedsDoubtSettled => IsDoubtful && DoubtfulSeconds >= (Purpose is null ? DoubtPatienceSeconds : PatienceSeconds);

    /// <summary>It brings values, lately too.</summary>
    [JsonIgnore]
    public bool Measures => Value is not null && Quality is not (null or "Bad") && SecondsAgo <= PatienceSeconds;
}
