namespace Edge.Gateway.Configuration;

/// <summary>How a channel is computed from others.</summary>
public sealed record DerivedSettings
{
    public required Formula Formula { get; init; }

    /// <summary>Places of its inputs among the configuration's channels: two of a product, else one.</summary>
    public required IReadOnlyList<int> Inputs { get; init; }

    /// <summary>What the input, the product or the volume of one unit and second is multiplied by.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>What is added, in the channel's unit; of a linear one.</summary>
    public double Offset { get; init; }
}
