using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Edge.Site.Metrics;

/// <summary>What a meter's observable instruments say at one moment, in Prometheus' text format 0.0.4. Instruments that say nothing are left out.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private sealed record Family(string Help, bool IsCounter, List<string> Samples);

    public static string Write(Meter meter)
    {
        var families = new SortedDictionary<string, Family>(StringComparer.Ordinal);
        using (var listener = new MeterListener())
        {
            listener.InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter == meter && instrument.IsObservable)
                    l.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(families, instrument, value, tags));
            listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(families, instrument, value, tags));
            listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(families, instrument, value, tags));
            listener.Start();
            listener.RecordObservableInstruments();
        }

        var text = new StringBuilder();
        foreach (var (name, family) in families)
        {
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {family.Help}\n# TYPE {name} {(family.IsCounter ? "counter" : "gauge")}\n");
            foreach (var sample in family.Samples)
                text.Append(name).Append(sample).Append('\n');
        }

        return text.ToString();
    }

    private static void Add(SortedDictionary<string, Family> families, Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var isCounter = instrument is ObservableCounter<int> or ObservableCounter<long> or ObservableCounter<double>;
        var name = MetricName.Of(instrument, isCounter);
        if (!families.TryGetValue(name, out var family))
            families[name] = family = new Family(Escaped(instrument.Description ?? "", quotes: false), isCounter, []);
        family.Samples.Add($"{Labels(tags)} {Number(value)}");
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
            return "";
        var labels = new List<string>();
        foreach (var (name, value) in tags)
            labels.Add($"{name}=\"{Escaped(value?.ToString() ?? "", quotes: true)}\"");
        return $"{{{string.Join(',', labels)}}}";
    }

    private static string Escaped(string text, bool quotes)
    {
        text = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return quotes ? text.Replace("\"", "\\\"", StringComparison.Ordinal) : text;
    }

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        double.NaN => "NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
