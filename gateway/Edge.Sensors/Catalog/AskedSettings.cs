namespace Edge.Sensors.Catalog;

/// <summary>
/// What a reader asks of one mapping, noted while it asks: names, forms, defaults, limits and words come from the very calls that read them. While it is noted
/// nothing is written but what the mapping holds, and whoever asks whether a setting is there is told that it is, so that nothing is passed over.
/// </summary>
public sealed class AskedSettings
{
    private readonly Dictionary<string, AskedSetting> _asked = [];
    private readonly HashSet<string> _optional = [];

    /// <summary>In the order in which they were asked for.</summary>
    public IReadOnlyCollection<AskedSetting> All => _asked.Values;

    /// <summary>The setting of a name; null when it was not asked for.</summary>
    public AskedSetting? this[string name] => _asked.GetValueOrDefault(name);

    /// <summary>Whether somebody asked if it is there.</summary>
    internal bool IsOptional(string name) => _optional.Contains(name);

    internal void Optional(string name) => _optional.Add(name);

    internal void Note(string name, SettingForm form, bool isNeeded, string? otherwise, Allowed? allowed)
    {
        var isOptional = IsOptional(name);
        _asked.TryAdd(name, new AskedSetting(name, form, (isNeeded && !isOptional) || allowed is { IsNeeded: true }, isNeeded || isOptional ? null : otherwise, allowed));
    }

    internal void Limit(string name, Allowed allowed)
    {
        if (_asked.TryGetValue(name, out var asked))
            _asked[name] = asked with { Allowed = allowed };
    }
}
