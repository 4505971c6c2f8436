namespace Edge.Gateway.Configuration;

/// <summary>The formulas of channels that are computed.</summary>
public enum Formula
{
    /// <summary>factor times the integral of the input over time in seconds: a volume from a flow.</summary>
    Total,

    /// <summary>factor times the first input times the second: a power from voltage and current.</summary>
    Product,

    /// <summary>factor times the input, plus offset: a level from a pressure.</summary>
    Linear,
}
