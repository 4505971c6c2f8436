namespace Edge.Sensors.Ezo;

/// <summary>How a circuit writes its quantity. Limits are in steps, one of the last decimal each.</summary>
/// <param name="Unit">SenML or UCUM.</param>
/// <param name="FewestDecimals">Written at least.</param>
/// <param name="Decimals">Written at most; they make the step.</param>
/// <param name="Lowest">Lowest that the circuit can mean.</param>
/// <param name="Highest">Highest that the circuit can mean.</param>
public sealed record EzoScale(string Unit, int FewestDecimals, int Decimals, long Lowest, long Highest)
{
    /// <summary>Whether a quantity beyond the limits is written as the limit: then the limit says nothing.</summary>
    public bool StopsAtLimits { get; init; }

    /// <summary>What the circuit writes when it has no probe, in steps; null where code 255 says so.</summary>
    public long? WithoutProbe { get; init; }

    /// <summary>One step, in the unit.</summary>
    public double Step => 1 / StepsPerUnit;

    /// <summary>Steps per unit.</summary>
    public double StepsPerUnit => Math.Pow(10, Decimals);
}
