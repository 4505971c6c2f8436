using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Edge.Ledger.Tests.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Reports.Html;

public sealed partial class BrowserTests : IDisposable
{
    private static readonly Scene Town = new();
    private readonly Chromium _browser = new();

    public void Dispose() => _browser.Dispose();

    [BrowserFact]
    public async Task Each_printed_page_has_the_verdict_the_whole_digest_its_number_and_the_heads_of_its_table()
    {
        var evidence = new LongScene().Cut(120);
        var pages = await _browser.Print(_browser.Write("long.html", PageOf.File(evidence).Bytes));
        Assert.InRange(pages.Length, 6, 12);
        var digest = Convert.ToHexStringLower(SHA256.HashData(evidence));
        for (var i = 0; i < pages.Length; i++)
        {
            Assert.Matches(@"^\s*Evidence report\s+valid\n", pages[i]);
            Assert.Contains($"SHA-256 {digest}", pages[i], StringComparison.Ordinal);
            Assert.Contains($"Page {i + 1} of {pages.Length}", pages[i], StringComparison.Ordinal);
            if (pages[i].Split('\n').Any(l => Row().IsMatch(l)))
                Assert.Matches(@"Entry\s+Channel\s+Value\s+Unit\s+Raw code\s+Quality", pages[i]);
        }

        var rows = pages.SelectMany(p => p.Split('\n')).Count(l => Row().IsMatch(l));
        Assert.Equal(120 + 120 - 12, rows);
    }

    [BrowserFact]
    public async Task It_prints_in_Chinese()
    {
        var pages = await _browser.Print(_browser.Write("zh.html", PageOf.File(Town.One.ToBytes(), Language.Chinese).Bytes));
        Assert.Contains("有效。网关 gw-1 在测点", pages[0], StringComparison.Ordinal);
        Assert.All(pages, (page, i) => Assert.Contains($"第 {i + 1} 页，共 {pages.Length} 页", page, StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Nothing_scrolls_sideways_on_a_phone_or_a_desk()
    {
        var hostile = new LongScene { Channel = new string('W', 64), Who = new string('x', 3_000) };
        Dictionary<string, byte[]> files = new()
        {
            ["one"] = Town.One.ToBytes(), ["range"] = Town.Range.ToBytes(), ["long"] = hostile.Cut(60), ["altered"] = [.. Town.One.ToBytes()[..^1], 0],
        };
        var frames = "";
        foreach (var (name, file) in files)
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                var page = _browser.Write($"{name}-{language}.html", PageOf.File(file, language, name: new string('n', 200)).Bytes);
                frames += string.Concat(new[] { 360, 800 }.Select(w => $"<iframe src=\"file://{page}\" style=\"width:{w}px;height:600px;border:0\"></iframe>"));
            }
        }

        // A frame has the width of a phone's screen; the measuring page asks each how far it would scroll.
        var measure = $$"""
            <!DOCTYPE html><body>{{frames}}<pre id="said"></pre><script>
            onload = () => { said.textContent = [...document.querySelectorAll('iframe')].map(f => {
              const root = f.contentDocument.documentElement, wide = [...f.contentDocument.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > f.clientWidth + 0.5 && !e.closest('thead, svg'));
              return `${f.clientWidth} ${root.scrollWidth} ${f.contentDocument.querySelectorAll('h1').length} ${wide.map(e => e.tagName + e.className).join()}`; }).join('\n'); };
            </script></body>
            """;
        var dom = await _browser.Dump(_browser.Write("measure.html", System.Text.Encoding.UTF8.GetBytes(measure)));
        var measured = Measured().Match(dom).Groups[1].Value.Trim().Split('\n').Select(l => l.TrimEnd().Split(' ', 4)).ToArray();
        Assert.Equal(files.Count * 2 * 2, measured.Length);
        Assert.All(measured, m => Assert.True(Width(m[1]) <= Width(m[0]) && m[2] == "1" && m.Length == 3, string.Join(' ', m)));

        static int Width(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    [BrowserFact]
    public async Task Words_in_drawings_stay_inside_them_and_apart_on_a_phone()
    {
        var frames = "";
        foreach (var seconds in new[] { 60, 120, 700, 3000 })
        {
            foreach (var language in Enum.GetValues<Language>())
                frames += $"<iframe src=\"file://{_browser.Write($"{seconds}-{language}.html", PageOf.File(new LongScene().Cut(seconds), language).Bytes)}\" style=\"width:360px;height:600px;border:0\"></iframe>";
        }

        var measure = $$"""
            <!DOCTYPE html><body>{{frames}}<pre id="said"></pre><script>
            onload = () => { said.textContent = [...document.querySelectorAll('iframe')].flatMap(f => [...f.contentDocument.querySelectorAll('svg')]).map(svg => {
              const place = svg.getBoundingClientRect(), words = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
              const wrong = words.filter(([_, a], i) => a.left < place.left - 1 || a.right > place.right + 1
                || words.some(([_, b], j) => i < j && a.left < b.right + 4 && b.left < a.right + 4 && a.top < b.bottom - 2 && b.top < a.bottom - 2));
              return `${words.length} ${wrong.map(w => w[0]).join()}`; }).join('\n'); };
            </script></body>
            """;
        var dom = await _browser.Dump(_browser.Write("measure.html", System.Text.Encoding.UTF8.GetBytes(measure)));
        var measured = Measured().Match(dom).Groups[1].Value.Trim().Split('\n').Select(l => l.TrimEnd().Split(' ', 2)).Where(l => l[0] != "0").ToArray();
        Assert.Equal(4 * 2 * 3, measured.Length);
        Assert.All(measured, m => Assert.True(m.Length == 1, string.Join(' ', m)));
    }

    [BrowserFact]
    public async Task Figures_beside_words_from_right_to_left_stand_in_the_order_in_which_they_were_written()
    {
        var shown = new StringWriter();
        new Verify.Reports.Html.HtmlWriter(shown, new EnglishPhrases()).Element("p", "17 \u05D0 99 \u05D1\u05D2 \u0661 \u0662 12");
        var measure = $$"""
            <!DOCTYPE html><meta charset="utf-8"><body>{{shown}}<pre id="said"></pre><script>
            onload = () => { const words = document.createTreeWalker(document.querySelector('p'), NodeFilter.SHOW_TEXT), found = [];
              for (let node; node = words.nextNode();)
                for (const word of node.data.matchAll(/\S+/g)) {
                  const range = document.createRange(); range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
                  found.push([range.getBoundingClientRect().left, word[0]]); }
              said.textContent = found.sort((a, b) => a[0] - b[0]).map(f => f[1]).join(' '); };
            </script></body>
            """;
        var dom = await _browser.Dump(_browser.Write("order.html", System.Text.Encoding.UTF8.GetBytes(measure)));
        Assert.Equal("17 \u05D0 99 \u05D1\u05D2 \u0661 \u0662 12", Measured().Match(dom).Groups[1].Value);
    }

    [GeneratedRegex(@"^\s*[\d,]+\s+(main\.pressure|tap3\.ph)\s+(absent|[\d.]+)\s")]
    private static partial Regex Row();

    [GeneratedRegex(@"<pre id=""said"">(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex Measured();
}
