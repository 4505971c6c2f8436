using Edge.Sensors.Catalog;

namespace Edge.Gateway.Configuration.Schema;

/// <summary>What the reader asks of each mapping of the model site, by its path.</summary>
public sealed class AskedOfFile
{
    private readonly Dictionary<string, AskedSettings> _mappings = [];

    public AskedOfFile() => ConfigurationReader.Note(ModelSite.Text(_ => ""), path =>
    {
        if (!_mappings.TryGetValue(path, out var asked))
            _mappings.Add(path, asked = new AskedSettings());
        return asked;
    });

    public IEnumerable<string> Paths => _mappings.Keys;

    /// <exception cref="KeyNotFoundException">The reader does not look there.</exception>
    public AskedSettings this[string path] => _mappings[path];
}
