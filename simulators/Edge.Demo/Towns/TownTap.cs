namespace Edge.Demo.Towns;

/// <summary>The tap of the simulated site: what its page shows, and the limits of what is measured there, as drinking water has them (GB 5749-2022).</summary>
internal static class TownTap
{
    private static readonly (string Channel, string Name, string ChineseName, string Limits)[] Figures =
    [
        ("water.tap.ph", "Acidity (pH)", "酸碱度（pH）", "alarm_low: 6.5, alarm_high: 8.5, alarm_deadband: 0.1"),
        ("water.tap.chlorine", "Free chlorine", "余氯", "alarm_low: 0.05, alarm_high: 2, alarm_deadband: 0.02"),
        ("water.tap.turbidity", "Cloudiness", "浑浊度", "alarm_high: 1, alarm_deadband: 0.05"),
    ];

    /// <summary>The setting <c>tap</c>, with a comma before it; empty where the simulator has another site than its own on its buses.</summary>
    /// <param name="sensors">The part of gateway.yaml that the simulator wrote.</param>
    public static string Setting(string sensors) => !IsOf(sensors) ? ""
        : $", tap: {{ name: \"Well house, Pier Street\", name_zh: 码头街水房, channels: [{string.Join(", ", Figures.Select(f => $"{{ channel: {f.Channel}, name: {f.Name}, name_zh: {f.ChineseName} }}"))}] }}";

    /// <summary>The same with the limits of the tap's channels.</summary>
    /// <inheritdoc cref="Setting" path="/param"/>
    public static string WithLimits(string sensors) => !IsOf(sensors) ? sensors
        : Figures.Aggregate(sensors, (text, f) => text.Replace($"  {f.Channel}: {{ ", $"  {f.Channel}: {{ {f.Limits}, ", StringComparison.Ordinal));

    /// <summary>Whether it is there.</summary>
    /// <inheritdoc cref="Setting" path="/param"/>
    public static bool IsOf(string sensors) => Figures.All(f => sensors.Contains($"\n  {f.Channel}: {{ ", StringComparison.Ordinal));
}
