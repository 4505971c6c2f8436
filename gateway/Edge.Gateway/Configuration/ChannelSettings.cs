using System.Security.Cryptography;
using System.Text;

namespace Edge.Gateway.Configuration;

/// <summary>What is set per channel beside its sensor.</summary>
public sealed record ChannelSettings
{
    public required string Name { get; init; }

    /// <summary>Unit of its values; from its sensor or its formula.</summary>
    public required string Unit { get; init; }

    /// <summary>Step between neighbouring values, in the unit; likewise.</summary>
    public required double Resolution { get; init; }

    /// <summary>How often it is sampled; from its sensor, or its inputs'.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What it is for: pipeline, energy or water; empty when not said.</summary>
    public string Domain { get; init; } = "";

    /// <summary>What its readings are to serve. Nothing by default; sampling does not change by it, <c>config check</c> says whether it suits.</summary>
    public Purpose Purpose { get; init; }

    /// <summary>Below this a reading raises an alarm; null: no limit.</summary>
    public double? AlarmLow { get; init; }

    /// <summary>Above this a reading raises an alarm; null: no limit.</summary>
    public double? AlarmHigh { get; init; }

    /// <summary>How far within the limit a value must have come back before its alarm ends, in the unit.</summary>
    public double AlarmDeadband { get; init; }

    /// <summary>When its values are to be doubted.</summary>
    public RuleSettings Rules { get; init; } = RuleSettings.None;

    /// <summary>How it is computed; null for a sensor's own.</summary>
    public DerivedSettings? Derived { get; init; }

    public CalibrationSettings? Calibration { get; init; }

    /// <summary>Whether its device keeps a calibration itself and tells it while it runs.</summary>
    public bool KeepsCalibration { get; init; }

    /// <summary>The sensor and the channel, or the formula, and the definitions of the channels that its values depend on, as JSON, as the log's configuration entry carries it.</summary>
    public required string Definition { get; init; }

    /// <summary>SHA-256 of definition and calibration, in lower-case hexadecimal: channels that have the same are read and computed alike.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Definition}\n{Calibration}")));
}
