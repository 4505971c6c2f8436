using Edge.Ledger.City;
using Edge.Ledger.Notes;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>Whom the policy file trusts: always shown, because all trust comes from there.</summary>
public static class TrustSection
{
    private const int MaxNames = 8;

    public static void Write(ReportWriter writer, Examination e)
    {
        writer.Field(e.Phrases.Word(Label.Trusted), e.Phrases.Word(Label.TrustNote));
        var gateways = e.Policy.Logs.Where(k => LogOrigin.TryParse(k.Name)?.GatewayId is not null).ToArray();
        Names(writer, e, Label.CityLogs, [.. e.Policy.Logs.Except(gateways).Select(k => (k.Name, k))]);
        Names(writer, e, Label.Departments, [.. e.Policy.Witnesses.Select(w => (w.Name, w.Key))]);
        Names(writer, e, Label.Gateways, [.. gateways.Select(k => (k.Name, k))]);
        if (!e.Asked.Full)
            writer.Field("", $"({e.Phrases.Word(Label.ShowAll)})");
    }

    private static void Names(ReportWriter writer, Examination e, Label label, IReadOnlyList<(string Name, VerifierKey Key)> keys)
    {
        var title = $"{e.Phrases.Word(label)}{e.Phrases.Colon}";
        if (e.Asked.Full)
        {
            writer.Field("", title);
            foreach (var (name, key) in keys)
                writer.Field("", $"  {ShownText.Name(name)} {e.Phrases.Word(key.Type)} {key}");
            return;
        }

        var names = string.Join(e.Phrases.Comma, keys.Take(MaxNames).Select(k => ShownText.Name(k.Name)).DefaultIfEmpty(e.Phrases.Word(Label.None)));
        writer.Field("", $"{title}{names}{(keys.Count > MaxNames ? $" {e.Phrases.More(keys.Count - MaxNames)}" : "")}");
    }
}
