using Edge.Ledger.Merkle;
using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>Names and what belongs to them, one below the other.</summary>
public readonly struct Facts : IDisposable
{
    private readonly HtmlWriter _html;
    private readonly HtmlWriter.Scope _list;

    public Facts(HtmlWriter html)
    {
        _html = html;
        _list = html.In("dl");
    }

    /// <summary>Left out when there is nothing to say.</summary>
    public void Add(string name, params ReadOnlySpan<string> texts)
    {
        using var row = _html.In("div");
        _html.Element("dt", Phrases.Capitalized(name));
        foreach (var text in texts)
        {
            if (text.Length > 0)
                _html.Element("dd", text);
        }
    }

    /// <summary>A text, and below it a hash behind words of its own.</summary>
    /// <param name="hashName">What the appendix calls it.</param>
    public void Add(string name, string text, string before, string hashName, in Hash32 hash)
    {
        using var row = _html.In("div");
        _html.Element("dt", Phrases.Capitalized(name));
        _html.Element("dd", text);
        using var second = _html.In("dd");
        _html.Text(before);
        _html.Hashes.Write(_html, hashName, hash.Bytes);
    }

    /// <summary>A hash: its first digits, which lead to the whole in the appendix.</summary>
    public void AddHash(string name, ReadOnlySpan<byte> hash)
    {
        using var row = _html.In("div");
        _html.Element("dt", Phrases.Capitalized(name));
        using var text = _html.In("dd");
        _html.Hashes.Write(_html, name, hash);
    }

    public void Dispose() => _list.Dispose();
}
