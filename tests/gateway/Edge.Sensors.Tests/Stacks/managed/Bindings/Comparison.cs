namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>What driver and binding made of the same registers.</summary>
/// <param name="Reading">What was read.</param>
/// <param name="Where">Which part of its range; "" where it is like the rest.</param>
/// <param name="Own">The driver's value, or the one of its code where it gives none; in <paramref name="Unit"/>.</param>
/// <param name="Bound">The binding's; null where it gives none.</param>
/// <param name="Step">One LSB, the coarser of the two.</param>
/// <param name="Unit">Of all three.</param>
internal sealed record Comparison(string Reading, string Where, double Own, double? Bound, double Step, string Unit)
{
    /// <summary>Within one LSB; what the binary fractions of the two ways to calculate leave does not count.</summary>
    public bool Agrees => Bound is { } bound && Math.Abs(bound - Own) <= Step * (1 + 1e-9);
}
