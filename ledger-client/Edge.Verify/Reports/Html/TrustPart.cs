using Edge.Ledger.City;
using Edge.Ledger.Policies;
using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>Whom the policy file trusts: on every page, whatever the verdict, because all trust comes from there.</summary>
public static class TrustPart
{
    private const int MaxNames = 60;

    /// <param name="note">What rests on them.</param>
    public static void Write(HtmlWriter html, TrustPolicy policy, Phrases phrases, bool full, Label note)
    {
        using var part = HtmlPage.Section(html, phrases.Word(PageLabel.Trust), "trust");
        html.Element("p", phrases.Word(note));
        using var facts = new Facts(html);
        var gateways = policy.Logs.Where(k => LogOrigin.TryParse(k.Name)?.GatewayId is not null).ToArray();
        facts.Add(phrases.Word(Label.CityLogs), Names([.. policy.Logs.Except(gateways).Select(k => k.Name)]));
        facts.Add(phrases.Word(Label.Departments), Names([.. policy.Witnesses.Select(w => w.Name)]), phrases.Quorum(policy.QuorumSize));
        facts.Add(phrases.Word(Label.Gateways), Names([.. gateways.Select(k => k.Name)]));

        string Names(IReadOnlyList<string> names)
        {
            var distinct = names.Distinct().ToArray();
            var shown = full ? distinct.Length : Math.Min(distinct.Length, MaxNames);
            var text = string.Join(phrases.Comma, distinct.Take(shown).Select(ShownText.Name).DefaultIfEmpty(phrases.Word(Label.None)));
            return shown < distinct.Length ? $"{text} {phrases.More(distinct.Length - shown)}" : text;
        }
    }
}
