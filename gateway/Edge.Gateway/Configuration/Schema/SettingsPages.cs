using System.Text.RegularExpressions;

namespace Edge.Gateway.Configuration.Schema;

/// <summary>What the pages of settings say of each, as they are built into the program: README.md, Drivers.md and Channels.md of this folder's parent.</summary>
internal static partial class SettingsPages
{
    private const string Needed = "needed";

    /// <summary>What refers to the rest of a page, and says nothing beside a schema.</summary>
    private static readonly string[] Elsewhere = ["below", "by driver, on its page", "its page", "default: defaults"];

    private static readonly string[] Pages = ["README.md", "Drivers.md", "Channels.md"];

    private static readonly Dictionary<(string Section, string Name), Row> Rows = Read().ToDictionary(r => (r.Section, r.Name), r => r.Row);

    /// <param name="Form">Form and unit.</param>
    public sealed record Row(string Form, string Range, string Default, string Meaning)
    {
        public bool IsNeeded => Default == Needed;

        /// <summary>All of it, as an editor shows it.</summary>
        public string Text => $"{Meaning}\n{string.Join("; ", new[] { Form, Range, Default.StartsWith(Needed, StringComparison.Ordinal) ? Default : $"default: {Default}" }.Except(Elsewhere))}";
    }

    /// <summary>Null when the pages do not tell of it.</summary>
    /// <param name="section">The heading's code: a mapping, <c>sensors[]</c>, a driver; "" is the file itself.</param>
    /// <param name="name">Under a driver with <c>options.</c> or <c>channels[].</c> before it.</param>
    public static Row? Of(string section, string name) => Rows.GetValueOrDefault((section, name));

    private static IEnumerable<(string Section, string Name, Row Row)> Read()
    {
        foreach (var page in Pages)
        {
            var section = "";
            foreach (var line in Lines(page))
            {
                if (line.StartsWith("## ", StringComparison.Ordinal))
                    section = line.Split('`').ElementAtOrDefault(1) ?? "";
                else if (line.StartsWith("| `", StringComparison.Ordinal) && line.Trim('|').Split('|') is { Length: 5 } cells)
                    yield return (section, Plain(cells[0]), new Row(Plain(cells[1]), Plain(cells[2]), Plain(cells[3]), Plain(cells[4])));
            }
        }
    }

    private static string[] Lines(string page)
    {
        using var stream = typeof(SettingsPages).Assembly.GetManifestResourceStream(page)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n');
    }

    private static string Plain(string cell) => Link().Replace(cell.Trim().Replace("`", "", StringComparison.Ordinal), "$1");

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();
}
