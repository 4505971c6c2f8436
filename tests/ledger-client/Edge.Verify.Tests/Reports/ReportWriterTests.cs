using Edge.Verify.Reports;

namespace Edge.Verify.Tests.Reports;

public sealed class ReportWriterTests
{
    [Theory]
    [InlineData(
        "  entry  channel                 value          raw code  quality",
        "      8  main.pressure  3.4125000000000001 bar      7190  good")]
    [InlineData(
        "  条目  测点               数值           原始码  质量",
        "     8  main.pressure      3.4125000000 bar 7190  良好")]
    public void A_table_too_wide_for_the_terminal_keeps_its_columns_under_their_heads(string head, string row)
    {
        using var text = new StringWriter();
        var writer = new ReportWriter(text, 50);

        writer.Row(head);
        writer.Row(row);

        var lines = text.ToString().Split('\n');
        Assert.All(lines, line => Assert.InRange(TextWidth.Of(line), 0, 50));
        var first = lines.First(l => l.Contains("8  main", StringComparison.Ordinal));
        Assert.StartsWith(row[..30], first, StringComparison.Ordinal);
        Assert.StartsWith(head[..16], lines[0], StringComparison.Ordinal);
    }
}
