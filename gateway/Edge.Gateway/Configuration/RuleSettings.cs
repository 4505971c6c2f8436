namespace Edge.Gateway.Configuration;

/// <summary>What the site knows of a channel and its sensor cannot: when a value is to be doubted. All of it is optional; units are the channel's.</summary>
public sealed record RuleSettings
{
    /// <summary>Nothing is doubted.</summary>
    public static RuleSettings None { get; } = new();

    /// <summary>Lowest plausible value; null with <see cref="Highest"/>: any value is.</summary>
    public double? Lowest { get; init; }

    /// <summary>Highest plausible value, above <see cref="Lowest"/>.</summary>
    public double? Highest { get; init; }

    /// <summary>The most the value can change in a second, above 0; null: any change is plausible.</summary>
    public double? Rate { get; init; }

    /// <summary>How long the value may stand still; null: for ever.</summary>
    public TimeSpan? FlatLine { get; init; }

    /// <summary>How far a value that stands still may wander; null: by the channel's resolution.</summary>
    public double? FlatBand { get; init; }

    /// <summary>How long values are doubted after the device began to answer; null: not at all.</summary>
    public TimeSpan? WarmUp { get; init; }
}
