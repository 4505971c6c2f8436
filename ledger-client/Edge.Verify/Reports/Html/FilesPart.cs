using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>What was checked, and how anyone can check it again.</summary>
public static class FilesPart
{
    /// <param name="command">What to type, in a folder that holds the files.</param>
    /// <param name="digest">How the digest on the page is made where it is not one file's: a sentence, and what to type.</param>
    public static void Write(HtmlWriter html, IReadOnlyList<CheckedFile> files, string command, Phrases phrases, (string Sentence, string Command)? digest = null)
    {
        using var part = HtmlPage.Section(html, phrases.Word(PageLabel.Files));
        using (var table = new Table(html, "files", "", phrases.Word(PageLabel.Name), $"#{phrases.Word(PageLabel.Size)}", "SHA-256"))
        {
            using var body = table.Body();
            foreach (var file in files)
            {
                using var row = table.Row();
                table.Cell($"{file.Role}{phrases.Colon}{file.Name}");
                table.Figure(phrases.Bytes(file.Bytes));
                using var cell = html.In("td");
                html.Hashes.Write(html, file.Role, file.Digest);
            }
        }

        html.Element("h3", phrases.Word(PageLabel.Again));
        html.Element("p", phrases.Word(PageLabel.AgainHow));
        using (html.In("pre"))
            html.Element("code", command);
        html.Element("p", digest?.Sentence ?? phrases.Word(PageLabel.AgainDigest));
        if (digest is null)
            return;
        using (html.In("pre"))
            html.Element("code", digest.Value.Command);
    }

    /// <summary>What to type to check again.</summary>
    public static string Command(string what, string policy) => $"edge-verify {Quoted(what)} --policy {Quoted(policy)}";

    /// <summary>A file name as one word of a POSIX shell.</summary>
    public static string Quoted(string name)
    {
        var safe = name.StartsWith('-') ? $"./{name}" : name;
        return safe.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/') ? safe : $"'{safe.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
