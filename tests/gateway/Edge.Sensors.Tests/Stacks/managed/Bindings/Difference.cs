using System.Globalization;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>What binding and driver do not agree on.</summary>
/// <param name="Reading">What is read.</param>
/// <param name="Where">Which part of its range.</param>
/// <param name="Amount">The binding against the driver: a factor, an offset, or the most that it was; "none" where the binding gives none.</param>
internal sealed record Difference(string Reading, string Where, string Amount)
{
    public static IEnumerable<Difference> Among(IEnumerable<Comparison> comparisons) =>
        from one in comparisons
        group one by (one.Reading, one.Where) into part
        where !part.All(c => c.Agrees)
        select new Difference(part.Key.Reading, part.Key.Where, AmountOf([.. part]));

    private static string AmountOf(IReadOnlyList<Comparison> part)
    {
        var unit = part[0].Unit;
        if (part.Any(c => c.Bound is null))
            return part.All(c => c.Bound is null) ? "none" : throw new InvalidOperationException($"{part[0].Reading}, {part[0].Where}: the binding gives a value now and then.");
        var factor = part.Sum(c => c.Own * c.Bound!.Value) / part.Sum(c => c.Own * c.Own);
        if (part.All(c => IsNear(c, c.Own * factor)))
            return string.Create(CultureInfo.InvariantCulture, $"{factor:0.##} times");
        var offset = part.Average(c => c.Bound!.Value - c.Own);
        return part.All(c => IsNear(c, c.Own + offset))
            ? string.Create(CultureInfo.InvariantCulture, $"{offset:+0.###;-0.###} {unit}")
            : string.Create(CultureInfo.InvariantCulture, $"up to {part.Max(c => Math.Abs(c.Bound!.Value - c.Own)):0.#} {unit}");
    }

    /// <summary>Driver and binding each round to a code of their own.</summary>
    private static bool IsNear(Comparison one, double expected) => Math.Abs(one.Bound!.Value - expected) <= 2 * one.Step;
}
