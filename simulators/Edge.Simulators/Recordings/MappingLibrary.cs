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

    /// <summary>The mapping for a recording.</summary>
    /// <exception cref="SiteFileException">There is none; the message says how to get one.</exception>
    public static SiteDescription For(string recording)
    {
        string header;
        using (var reader = RecordingReader.Open(recording))
            header = reader.ReadLine() ?? "";
        foreach (var delimiter in Delimiters)
        {
            var names = CsvText.Line(header, delimiter);
            if (All().FirstOrDefault(m => m.Recording!.Delimiter == delimiter && m.Recording.Header.SequenceEqual(names)) is { } found)
                return found;
        }
        throw new SiteFileException($"{recording}:1: there is no mapping for a recording with this header. Draft one with: edge-sim map {recording} > my-mapping.yaml; check it, then add --mapping my-mapping.yaml");
    }

    private static SiteDescription Load(string resource)
    {
        using var stream = typeof(MappingLibrary).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return SiteFile.Read(reader.ReadToEnd(), resource);
    }
}
