using System.Text;
using System.Text.Json;
using Edge.Testing;

namespace Edge.Fuzz.Seeds;

/// <summary>The published test vectors as inputs: what others will feed to these parsers too.</summary>
internal static class VectorSeeds
{
    public static JsonElement Entries { get; } = Read("entries");

    public static JsonElement Notes { get; } = Read("notes");

    public static JsonElement Evidence { get; } = Read("evidence");

    public static JsonElement Cose { get; } = Read("cose");

    public static JsonElement Historian { get; } = Read("historian");

    public static JsonElement Equivocation { get; } = Read("equivocation");

    /// <summary>Texts at a path such as "checkpoints.note"; lists are walked through.</summary>
    public static byte[][] Texts(JsonElement root, string path) => [.. Strings(root, path).Select(Encoding.UTF8.GetBytes)];

    public static byte[][] Hex(JsonElement root, string path) => [.. Strings(root, path).Select(Convert.FromHexString)];

    public static byte[][] Base64(JsonElement root, string path) => [.. Strings(root, path).Select(Convert.FromBase64String)];

    private static IEnumerable<string> Strings(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().SelectMany(e => Strings(e, path));
        if (path.Length == 0)
            return [element.GetString()!];
        var name = path.Split('.')[0];
        return element.TryGetProperty(name, out var inner) ? Strings(inner, path[Math.Min(path.Length, name.Length + 1)..]) : [];
    }

    private static JsonElement Read(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Programs.RepositoryRoot, "ledger-client", "vectors", name + ".json")));
        return json.RootElement.Clone();
    }
}
