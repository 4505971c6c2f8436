using Edge.Testing;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>The tables of the page on what stands under the ports.</summary>
internal static class BindingPage
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Programs.RepositoryRoot, "gateway/Edge.Sensors/Stacks/README.md"));

    /// <summary>The cells of a section's table that stand behind a name in the first one, without code marks.</summary>
    public static IEnumerable<string[]> Rows(string section, string name) =>
        from line in Lines.SkipWhile(l => l != $"## {section}").Skip(1).TakeWhile(l => !l.StartsWith('#'))
        let cells = line.Replace("`", "", StringComparison.Ordinal).Split('|', StringSplitOptions.TrimEntries)
        where cells.Length > 2 && cells[1] == name
        select cells[2..^1];
}
