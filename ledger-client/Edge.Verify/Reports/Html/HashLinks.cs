namespace Edge.Verify.Reports.Html;

/// <summary>The hashes that a page shortens: shown by their first twelve digits, each a link to the appendix, where it stands whole.</summary>
public sealed class HashLinks
{
    private readonly Dictionary<string, List<string>> _names = [];
    private readonly HashSet<(string Hex, string Name)> _known = [];

    /// <summary>Each hash (hex) that was shortened, with what it was shown as, in order of appearance.</summary>
    public IEnumerable<(string Hex, IReadOnlyList<string> Names)> All => _names.Select(h => (h.Key, (IReadOnlyList<string>)h.Value));

    /// <param name="name">What the hash is of.</param>
    public void Write(HtmlWriter html, string name, ReadOnlySpan<byte> hash)
    {
        var hex = Convert.ToHexStringLower(hash);
        if (!_names.TryGetValue(hex, out var names))
            _names[hex] = names = [];
        if (_known.Add((hex, name)))
            names.Add(name);
        using var link = html.In("a", ("href", $"#{Id(hex)}"), ("title", hex));
        html.Element("code", $"{hex[..12]}…");
    }

    public static string Id(string hex) => $"h-{hex}";
}
