using System.Diagnostics.Metrics;

namespace Edge.Site.Metrics;

/// <summary>
/// A metric's name in Prometheus, made of an instrument's as OpenTelemetry prescribes ("Prometheus and OpenMetrics compatibility"): dots become underscores, the unit stands
/// behind in words, a counter ends in <c>_total</c>. An annotation such as <c>{reading}</c> is no unit.
/// </summary>
public static class MetricName
{
    /// <param name="instrument">Whose name and unit it has.</param>
    /// <param name="isCounter">Whether it only grows.</param>
    public static string Of(Instrument instrument, bool isCounter)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        var name = instrument.Name.Replace('.', '_');
        var unit = Unit(instrument.Unit ?? "");
        if (unit.Length > 0 && !name.EndsWith($"_{unit}", StringComparison.Ordinal))
            name = $"{name}_{unit}";
        return isCounter ? $"{name}_total" : name;
    }

    /// <summary>Of UCUM; one without a word of its own is left out.</summary>
    private static string Unit(string unit) => unit.Split('/') switch
    {
        [var one] => Word(one),
        [var amount, var time] when Word(amount).Length > 0 && Word(time).Length > 0 => $"{Word(amount)}_per_{Word(time).TrimEnd('s')}",
        _ => "",
    };

    private static string Word(string unit) => unit switch
    {
        "s" => "seconds",
        "d" => "days",
        "By" => "bytes",
        _ => "",
    };
}
