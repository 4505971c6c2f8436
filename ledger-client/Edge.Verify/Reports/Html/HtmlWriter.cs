using System.Buffers;
using System.Globalization;

namespace Edge.Verify.Reports.Html;

/// <summary>
/// Writes a page as a stream: HTML that is well-formed XML as well. All text passes <see cref="ShownText"/>, is cut to a length and escaped here,
/// whoever wrote it; elements are closed in the order in which they were opened.
/// </summary>
public sealed class HtmlWriter(TextWriter output, Words.Phrases phrases)
{
    /// <summary>Characters shown of one text.</summary>
    public const int MaxText = 1_000;

    private static readonly SearchValues<char> Special = SearchValues.Create("<>&\"");

    private readonly Stack<string> _open = new();

    /// <summary>The hashes shortened so far.</summary>
    public HashLinks Hashes { get; } = new();

    /// <summary>Opens an element until the result is disposed.</summary>
    public Scope In(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Tag(name, attributes, ">");
        _open.Push(name);
        return new Scope(this);
    }

    /// <summary>An element that holds only text.</summary>
    public void Element(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Tag(name, attributes, ">");
        if (name is "text" or "title")
            Cut(ShownText.Clean, text, Escape);
        else if (name is "code")
            Cut(ShownText.CleanForPage, text, Isolate);
        else
            Text(text);
        output.Write($"</{name}>");
        Line(name);
    }

    /// <summary>An element without content.</summary>
    public void Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Tag(name, attributes, " />");
        Line(name);
    }

    /// <summary>Text that flows: dates and names stay on one line.</summary>
    public void Text(string text) => Cut(ShownText.CleanForPage, text, clean =>
    {
        foreach (var (part, isWhole) in NoBreak.Parts(clean))
        {
            output.Write(isWhole ? "<span class=\"nb\">" : "");
            Isolate(part);
            output.Write(isWhole ? "</span>" : "");
        }
    });

    private void Cut(Func<string, string> clean, string text, Action<string> write)
    {
        if (text.Length <= MaxText)
        {
            write(clean(text));
            return;
        }

        // Not in the middle of a surrogate pair.
        var end = char.IsHighSurrogate(text[MaxText - 1]) ? MaxText - 1 : MaxText;
        write(clean(text[..end]));
        Escape(phrases.Cut(text.Length - end));
    }

    /// <summary>The page's own style sheet: the one text that is not escaped.</summary>
    internal void Style(string css) => output.Write($"<style>{css}</style>\n");

    /// <summary>A figure in an attribute, as SVG reads it.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Percent(double fraction) => (fraction * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    private void Tag(string name, ReadOnlySpan<(string Name, string Value)> attributes, string end)
    {
        output.Write('<');
        output.Write(name);
        foreach (var (attribute, value) in attributes)
        {
            output.Write(' ');
            output.Write(attribute);
            output.Write("=\"");
            Escape(ShownText.Clean(value));
            output.Write('"');
        }

        output.Write(end);
    }

    private void Isolate(string text)
    {
        foreach (var (part, isIsolated) in RightToLeft.Parts(text))
        {
            output.Write(isIsolated ? "<bdi>" : "");
            Escape(part);
            output.Write(isIsolated ? "</bdi>" : "");
        }
    }

    private void Escape(string text)
    {
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny(Special); at >= 0; at = rest.IndexOfAny(Special))
        {
            output.Write(rest[..at]);
            output.Write(rest[at] switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => "&quot;" });
            rest = rest[(at + 1)..];
        }

        output.Write(rest);
    }

    private void Close()
    {
        var name = _open.Pop();
        output.Write($"</{name}>");
        Line(name);
    }

    /// <summary>Lines end where white space means nothing.</summary>
    private void Line(string name)
    {
        if (name is not ("a" or "b" or "code" or "span" or "bdi"))
            output.Write('\n');
    }

    /// <summary>An element that is open.</summary>
    public readonly struct Scope(HtmlWriter writer) : IDisposable
    {
        public void Dispose() => writer.Close();
    }
}
