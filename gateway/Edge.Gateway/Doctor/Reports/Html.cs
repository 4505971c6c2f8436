using System.Net;
using System.Text;

namespace Edge.Gateway.Doctor.Reports;

/// <summary>Pieces of a page; all text from outside goes through <see cref="Text"/>.</summary>
internal static class Html
{
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A name that may be broken behind its dots and slashes, and nowhere else.</summary>
    public static string Name(string name) => Text(name).Replace(".", ".<wbr>", StringComparison.Ordinal).Replace("/", "/<wbr>", StringComparison.Ordinal);

    /// <summary>A table that can be wider than a telephone; a row's first cell heads it.</summary>
    /// <param name="numbers">Columns that stand to the right.</param>
    /// <param name="rows">Cells that are HTML already.</param>
    public static StringBuilder Table(this StringBuilder page, IReadOnlyList<string> heads, IReadOnlyCollection<int> numbers, IEnumerable<IReadOnlyList<string>> rows)
    {
        page.Append("<table><thead><tr>");
        for (var i = 0; i < heads.Count; i++)
            page.Append(numbers.Contains(i) ? "<th class=n>" : "<th>").Append(Text(heads[i])).Append("</th>");
        page.Append("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            page.Append("<tr>");
            for (var i = 0; i < row.Count; i++)
                page.Append(i == 0 ? "<th scope=row" : "<td").Append(numbers.Contains(i) ? " class=n" : "").Append(" data-head=\"").Append(Text(heads[i])).Append("\">").Append(row[i]).Append(i == 0 ? "</th>" : "</td>");
            page.Append("</tr>\n");
        }

        return page.Append("</tbody></table>\n");
    }
}
