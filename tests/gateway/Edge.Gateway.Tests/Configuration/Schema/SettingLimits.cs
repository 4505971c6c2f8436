using System.Globalization;
using Edge.Sensors.Catalog;

namespace Edge.Gateway.Tests.Configuration.Schema;

/// <summary>Values on both sides of what a setting is said to allow.</summary>
internal static class SettingLimits
{
    /// <summary>Nothing where it is not said.</summary>
    public static (string[] Within, string[] Outside) Of(AskedSetting setting) => setting switch
    {
        { Name: "max_current" } => ([], []), // Its upper limit follows from the shunt, its lower one from the chip.
        { Allowed.Numbers: { } numbers } => ([.. numbers.Select(Text)], [Text(numbers.Min() - 1), Text(numbers.Max() + 1), Text(numbers.Min() + 0.0001), "x"]),
        { Allowed.Words: { } words } => ([.. words], ["nobody-knows-this"]),
        { Allowed: { Low: { } or null, Length: null, Pattern: null } allowed } => (Inside(allowed), [.. Beyond(allowed, setting.Form == SettingForm.Integer ? 1 : 1e-6), "x"]),
        { Allowed.Length: { } length } => ([new string('x', length)], [new string('x', length + 1)]),
        { Form: SettingForm.Number or SettingForm.Integer or SettingForm.Duration or SettingForm.Bytes, Allowed: null, Default: var otherwise } => (otherwise is null ? [] : [otherwise], ["x"]),
        _ => ([], []),
    };

    private static string[] Inside(Allowed allowed) =>
        [.. new[] { allowed.IsAbove ? allowed.Low + 1e-6 : allowed.Low, allowed.High }.OfType<double>().Select(Text)];

    private static IEnumerable<string> Beyond(Allowed allowed, double step)
    {
        if (allowed.Low is { } low)
            yield return Text(allowed.IsAbove ? low : low - (Math.Max(1, step * Math.Abs(low)) * step));
        if (allowed.High is { } high)
            yield return Text(high + Math.Max(step, Math.Abs(high) * step * (step < 1 ? 1 : 0)));
    }

    private static string Text(double number) => number == Math.Floor(number) && Math.Abs(number) < 1e15 ? number.ToString("0", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);
}
