using Edge.Ledger.Entries;

namespace Edge.Gateway.Doctor.Readings;

/// <summary>One reading of one channel, and how that channel is wired.</summary>
/// <param name="Place">Of its device, as a configuration writes it.</param>
public sealed record ChannelReading(string Channel, string Unit, double Resolution, string Driver, string Bus, string Place)
{
    /// <summary>As printed on boards; null where a device has no terminals.</summary>
    public string? Terminal { get; init; }

    /// <summary>The running gateway has another channel of that name in force, or none: nothing that it reads is this one's.</summary>
    public bool IsOther { get; init; }

    /// <summary>Of a second look: at the first no answer came, or a damaged one.</summary>
    public bool IsSecond { get; init; }

    /// <summary>Null when there is none.</summary>
    public double? Value { get; init; }

    /// <summary>Leak, Door or Tamper where it is such a contact's state; null where it is not.</summary>
    public string? Contact { get; init; }

    /// <summary>The device's own code; null when none was received.</summary>
    public long? Raw { get; init; }

    /// <summary>What the code means as a loop current, mA; null where the channel is none.</summary>
    public double? Milliamps { get; init; }

    /// <summary>Null when it was not read.</summary>
    public Quality? Quality { get; init; }

    public Reason Reason { get; init; }

    /// <summary>Age of a reading that the running gateway took; null of one that was taken here.</summary>
    public double? SecondsAgo { get; init; }

    /// <summary>Of the loop or the alarm limits, for a drawing; null where the configuration has none.</summary>
    public double? Low { get; init; }

    /// <inheritdoc cref="Low"/>
    public double? High { get; init; }

    /// <summary>What the device told of its own calibration.</summary>
    public string? DeviceCalibration { get; init; }

    /// <summary>Date, certificate, who, result, as configured; null when nothing is.</summary>
    public string? Calibration { get; init; }
}
