using Edge.Testing;

namespace Edge.Gateway.Tests.Configuration;

/// <summary>The pages of all settings against the reader's own list. A failure names the sections and the rows.</summary>
public sealed class SettingsPageTests
{
    private static readonly string[] Page =
        [.. new[] { "README.md", "Drivers.md", "Channels.md" }.SelectMany(page => File.ReadAllLines(Path.Combine(Programs.RepositoryRoot, "gateway", "Edge.Gateway", "Configuration", page)))];

    [Fact]
    public void Every_setting_that_the_reader_knows_stands_on_the_page() => AssertNone(KnownSettings.All().Except(Written()));

    [Fact]
    public void Every_setting_on_the_page_is_known_to_the_reader() => AssertNone(Written().Except(KnownSettings.All()));

    [Fact]
    public void No_setting_stands_on_the_page_twice() => AssertNone(Written().CountBy(s => s).Where(s => s.Value > 1).Select(s => s.Key));

    [Fact]
    public void Every_row_gives_form_range_default_and_meaning() =>
        Assert.All(Page.Where(IsRow), row => Assert.Equal(5, row.Trim('|').Split('|').Count(cell => cell.Trim().Length > 0)));

    [Fact]
    public void The_small_file_on_the_page_is_good()
    {
        var example = Page.SkipWhile(l => l != "```yaml").Skip(1).TakeWhile(l => l != "```");

        Assert.Equal(["tap.ph"], ConfigurationText.Read(string.Join('\n', example) + "\n").Channels.Select(c => c.Name));
    }

    /// <summary>The rows under their sections: the name in a heading's code, "" in the section without.</summary>
    private static IEnumerable<(string Section, string Name)> Written()
    {
        var section = "";
        foreach (var line in Page)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                section = line.Split('`').ElementAtOrDefault(1) ?? "";
            else if (IsRow(line))
                yield return (section, line.Split('`')[1]);
        }
    }

    private static bool IsRow(string line) => line.StartsWith("| `", StringComparison.Ordinal);

    private static void AssertNone(IEnumerable<(string Section, string Name)> settings) => Assert.Equal("", string.Join(", ", settings.Select(s => $"{s.Section}: {s.Name}")));
}
