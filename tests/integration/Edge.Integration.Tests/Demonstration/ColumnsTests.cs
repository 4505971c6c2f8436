using Edge.Demo.Showing;

namespace Edge.Integration.Tests.Demonstration;

public sealed class ColumnsTests
{
    [Theory]
    [InlineData("    Valid. 4.3063 bar at main.pressure, measured by gateway water-gw-0001; existed not before 2026-11-20 08:14:02 and not after 08:15:07 (UTC).")]
    [InlineData("    有效。main.pressure 为 4.3063 bar，由网关 water-gw-0001 测得；不早于 2026-11-20 08:14:02，不晚于 08:15:07（UTC）；四个部门全部见证。")]
    public void Text_is_folded_within_eighty_columns_and_loses_nothing(string text)
    {
        var lines = Columns.Fold(text).ToList();

        Assert.InRange(lines.Count, 2, 3);
        Assert.All(lines, l => Assert.InRange(Columns.Of(l), 10, 80));
        Assert.All(lines, l => Assert.StartsWith("    ", l, StringComparison.Ordinal));
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => "，。；".Contains(l.Trim()[0], StringComparison.Ordinal));
    }

    [Fact]
    public void A_path_is_never_taken_apart() => Assert.Contains(new string('x', 100), Columns.Fold("in " + new string('x', 100)));

    [Theory]
    [InlineData("/a/out/policy.txt", "out/policy.txt")]
    [InlineData("/a/my out/policy.txt", "'my out/policy.txt'")]
    [InlineData("/a/it's/policy.txt", "'it'\\''s/policy.txt'")]
    [InlineData("/b/policy.txt", "/b/policy.txt")]
    [InlineData("/a/--out/policy.txt", "./--out/policy.txt")]
    [InlineData("/a/输出/policy.txt", "输出/policy.txt")]
    public void Paths_are_shown_as_they_are_typed(string path, string typed) => Assert.Equal(typed, ShellText.Path(path, "/a"));
}
