using Edge.Gateway.Doctor.Readings;
using Edge.Gateway.Doctor.Scans;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Doctor;

/// <summary>All that was found, without words: as JSON it is what a commissioning entry is about.</summary>
public sealed record Findings
{
    /// <summary>Of this form. Names are only added within a version.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The gateway's name.</summary>
    public required string Gateway { get; init; }

    /// <summary>As the board calls itself.</summary>
    public string? Board { get; init; }

    /// <summary>The configuration file, and the SHA-256 of its bytes as configuration entries carry it.</summary>
    public required string Configuration { get; init; }

    public required string ConfigurationSha256 { get; init; }

    /// <summary>The verifier key, whole; null where the key cannot be read.</summary>
    public string? Key { get; init; }

    /// <summary>RFC 3339, UTC; null while nobody vouches for the time.</summary>
    public string? Time { get; init; }

    public double? TimeUncertaintySeconds { get; init; }

    /// <summary>Who vouches for it.</summary>
    public required ClockSource ClockSource { get; init; }

    /// <summary>Whether a gateway ran meanwhile: then readings are its own, and its devices were left alone.</summary>
    public bool Running { get; init; }

    /// <summary>SHA-256 of the configuration that the running gateway has in force; null where none runs, or it does not say.</summary>
    public string? ConfigurationInForceSha256 { get; init; }

    /// <summary>Whether a gateway that runs has another configuration in force, or does not say which: then what was found of this one is not what it does.</summary>
    public bool IsOther => Running && ConfigurationInForceSha256 != ConfigurationSha256;

    public required IReadOnlyList<Check> Checks { get; init; }

    public required IReadOnlyList<ScannedBus> Buses { get; init; }

    public required IReadOnlyList<ChannelReading> Readings { get; init; }

    /// <summary>Channels that are computed from others, which nothing here reads.</summary>
    public IReadOnlyList<string> Derived { get; init; } = [];

    public IReadOnlyList<LoopTrial> Simulated { get; init; } = [];

    public Verdict Verdict => Checks.Count == 0 ? Verdict.Ok : Checks.Max(c => c.Verdict);

    public int Count(Verdict verdict) => Checks.Count(c => c.Verdict == verdict);
}

/// <summary>What answered on an I2C bus.</summary>
/// <param name="Left">Addresses that were not asked, because the running gateway or a driver of the kernel has them.</param>
public sealed record ScannedBus(string Name, IReadOnlyList<Answerer> Found, IReadOnlyList<byte> Left);
