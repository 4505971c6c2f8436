using Edge.Simulators.Sites;

namespace Edge.Simulators.Recordings;

/// <summary>The mappings that come with the simulator, found by a recording's header line.</summary>
public static class MappingLibrary
{
    private const string Prefix = "Edge.Simulators.Mappings.";
    private static readonly char[] Delimiters = [',', ';', '\t'];

    /// <summary>All of them.</summary>
    public static IEnumerable<SiteDescription> All() => typeof(MappingLibrary).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Load);

    /// <summary>The bench without a recording.</summary>
    public static SiteDescription Bench() => Load("Edge.Simulators.Bench.yaml");

    /// <summary>The mapping that knows a recording's header, or one whose columns all stand in it, beside others in any order; null when there is none (then one can be drafted).</summary>
    public static SiteDescription? Find(string recording)
    {
        string header;
        using (var reader = RecordingReader.Open(recording))
            header = reader.ReadLine() ?? "";
        foreach (var delimiter in Delimiters)
        {
            var names = CsvText.Line(header, delimiter);
            var known = All().Where(m => m.Recording!.Delimiter == delimiter).ToList();
            if ((known.Find(m => m.Recording!.Header.SequenceEqual(names)) ?? known.Find(m => Used(m).All(names.Contains))) is { } found)
                return found with { Recording = found.Recording! with { Header = names } };
        }
        return null;
    }

    private static IEnumerable<string> Used(SiteDescription mapping) =>
        mapping.Recording!.TimeColumns.Concat(mapping.Sensors.SelectMany(s => s.Sources).OfType<ColumnSource>().Select(c => c.Name));

    private static SiteDescription Load(string resource)
    {
        using var stream = typeof(MappingLibrary).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return SiteFile.Read(reader.ReadToEnd(), resource);
    }
}
