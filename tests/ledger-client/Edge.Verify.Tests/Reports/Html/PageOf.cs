using System.Text;
using System.Xml.Linq;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Ledger.Tests;
using Edge.Verify.Commands;
using Edge.Verify.Reports;
using Edge.Verify.Reports.Html;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Reports.Html;

/// <summary>The page on an evidence file, as bytes and as the XML it must be.</summary>
internal sealed record PageOf(byte[] Bytes)
{
    public const string NoBreak = "<span class=\"nb\">";

    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    public static PageOf File(byte[] evidence, Language language = Language.English, bool full = false, string name = "one.edge", string? policy = null)
    {
        var policyBytes = Encoding.UTF8.GetBytes(policy ?? new TestKeys().PolicyText);
        var trust = TrustPolicy.Parse(policyBytes);
        using var page = new MemoryStream();
        EvidencePage.Write(page, new Examination(
            new Arguments(name, "policy.txt", language, TimeSpan.FromHours(8), false, full), evidence, policyBytes, trust,
            new EvidenceVerifier(trust).Verify(evidence), Languages.Phrases(language)));
        return new PageOf(page.ToArray());
    }

    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>Without the marks that keep a date or a name on one line.</summary>
    public XElement Root => XDocument.Parse(Text.Replace(NoBreak, "", StringComparison.Ordinal).Replace("</span>", "", StringComparison.Ordinal)).Root!;

    public IEnumerable<XElement> All(string name) => Root.Descendants(Html + name);

    public XElement One(string name) => Assert.Single(All(name));

    /// <summary>What a reader reads: all text outside the head.</summary>
    public string Words => string.Join(' ', Root.Element(Html + "body")!.DescendantNodes().OfType<XText>().Select(t => t.Value.Trim()).Where(t => t.Length > 0));

    /// <summary>The page's parts without their words; how large a sentence is set depends on its words.</summary>
    public IEnumerable<string> Shape => Root.DescendantsAndSelf().Select(e => e.Name.LocalName == "h1" ? "h1" : $"{e.Name.LocalName}.{e.Attribute("class")?.Value}");
}
