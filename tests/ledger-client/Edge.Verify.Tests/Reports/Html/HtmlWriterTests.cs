using System.Xml.Linq;
using Edge.Verify.Reports.Html;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Reports.Html;

public sealed class HtmlWriterTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("a & b \"c\" 'd' ]]>", "a & b \"c\" 'd' ]]>")]
    [InlineData("&lt;", "&lt;")]
    [InlineData("a\u202Eb\u0000c\u001bd\u200Be", "a<U+202E>b<U+0000>c<U+001B>d<U+200B>e")]
    [InlineData("\uFFFE\u2028", "<U+FFFE><U+2028>")]
    public void Text_arrives_as_what_it_is_and_never_as_markup(string text, string read)
    {
        var element = Written(html => html.Element("p", text, ("title", text)));
        Assert.Empty(element.Elements());
        Assert.Equal((read, read), (element.Value, element.Attribute("title")!.Value));
    }

    [Theory]
    [InlineData("17 \u05D0 99 12", "17 <bdi>\u05D0</bdi> 99 12")]
    [InlineData("\u05D0\u05D1 1<2 \U0001E900\u0663", "<bdi>\u05D0\u05D1</bdi> 1&lt;2 <bdi>\U0001E900\u0663</bdi>")]
    public void Words_from_right_to_left_are_isolated_so_that_figures_stay_where_they_were_written(string text, string written)
    {
        foreach (var name in new[] { "p", "code" })
            Assert.Equal($"<{name}>{written}</{name}>", Written(html => html.Element(name, text)).ToString(SaveOptions.DisableFormatting));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("title")]
    public void Where_nothing_can_be_isolated_they_are_code_points(string name)
    {
        var element = Written(html => html.Element(name, "17 \u05D0 99", ("title", "17 \u05D0 99")));
        Assert.Equal(("17 <U+05D0> 99", "17 <U+05D0> 99"), (element.Value, element.Attribute("title")!.Value));
    }

    [Fact]
    public void Text_is_cut_to_a_length_and_says_so()
    {
        var text = Written(html => html.Element("p", new string('x', HtmlWriter.MaxText + 1_234))).Value;
        Assert.Equal($"{new string('x', HtmlWriter.MaxText)} ... (1,234 more characters)", text);
    }

    [Fact]
    public void A_cut_leaves_no_half_character() =>
        Assert.DoesNotContain("<U+", Written(html => html.Element("p", "x" + string.Concat(Enumerable.Repeat("\U0001F6B0", 2_000)))).Value, StringComparison.Ordinal);

    [Fact]
    public void Elements_close_in_the_order_they_opened()
    {
        var element = Written(html =>
        {
            using (html.In("dl"))
            using (html.In("div", ("class", "a")))
                html.Empty("br");
        });
        Assert.Equal("<dl><div class=\"a\"><br /></div></dl>", element.ToString(SaveOptions.DisableFormatting));
    }

    private static XElement Written(Action<HtmlWriter> write)
    {
        var output = new StringWriter();
        write(new HtmlWriter(output, new EnglishPhrases()));
        return XElement.Parse(output.ToString());
    }
}
