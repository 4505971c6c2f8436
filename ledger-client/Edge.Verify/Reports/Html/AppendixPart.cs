using Edge.Ledger.City;
using Edge.Ledger.Policies;
using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>Every hash that the page shortened, whole, and every key of the policy, to be copied or compared.</summary>
public static class AppendixPart
{
    private const int MaxKeys = 200;

    /// <param name="gateway">The one the page is about: its key stands first. Null when that is not proved.</param>
    public static void Write(HtmlWriter html, TrustPolicy policy, LogOrigin? gateway, Phrases phrases, bool full)
    {
        using var part = HtmlPage.Section(html, phrases.Word(PageLabel.Appendix), "appendix");
        html.Element("p", phrases.Word(PageLabel.AppendixNote));
        using (html.In("dl"))
        {
            foreach (var (hex, names) in html.Hashes.All)
                Whole(html, string.Join(phrases.Semicolon, names), hex, ("id", HashLinks.Id(hex)));
        }

        html.Element("h3", phrases.Word(PageLabel.Keys));
        (string Name, object Key)[] keys =
        [
            .. policy.Logs.OrderBy(k => k.Name == gateway?.ToString() ? 0 : k.Name == gateway?.City ? 1 : 2).Select(k => (k.Name, (object)k)),
            .. policy.Witnesses.Select(w => (w.Name, (object)w.Key)),
        ];
        var most = full ? int.MaxValue : MaxKeys;
        using (html.In("dl"))
        {
            foreach (var (name, key) in keys.Take(most))
                Whole(html, name, $"{key}", ("class", "key"));
        }

        if (keys.Length > most)
            html.Element("p", phrases.LeftOut(keys.Length - most));
    }

    private static void Whole(HtmlWriter html, string name, string value, (string, string) attribute)
    {
        using var row = html.In("div", attribute);
        html.Element("dt", name);
        using var text = html.In("dd");
        html.Element("code", value);
    }
}
