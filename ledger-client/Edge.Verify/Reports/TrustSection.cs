using Edge.Ledger.City;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>Whom the policy file trusts: always shown, because all trust comes from there.</summary>
public static class TrustSection
{
    private const int MaxNames = 8;
    private const int KeyIndent = ReportWriter.LabelWidth + 2;

    /// <param name="note">What rests on them.</param>
    public static void Write(ReportWriter writer, TrustPolicy policy, Phrases phrases, bool full, Label note)
    {
        writer.Field(phrases.Word(Label.Trusted), phrases.Word(note));
        var gateways = policy.Logs.Where(k => LogOrigin.TryParse(k.Name)?.GatewayId is not null).ToArray();
        Names(writer, phrases, full, Label.CityLogs, [.. policy.Logs.Except(gateways).Select(k => (k.Name, k))]);
        Names(writer, phrases, full, Label.Departments, [.. policy.Witnesses.Select(w => (w.Name, w.Key))]);
        Names(writer, phrases, full, Label.Gateways, [.. gateways.Select(k => (k.Name, k))]);
        if (!full)
            writer.Field("", phrases.Word(Label.ShowAll));
    }

    /// <summary>The note of a verdict that rests on all keys if it proves anything.</summary>
    public static Label Note(bool isProved) => isProved ? Label.TrustNote : Label.TrustNoteOfNothing;

    private static void Names(ReportWriter writer, Phrases phrases, bool full, Label label, IReadOnlyList<(string Name, VerifierKey Key)> keys)
    {
        var title = $"{phrases.Word(label)}{phrases.Colon}";
        if (full)
        {
            writer.Field("", title);
            foreach (var (name, key) in keys)
            {
                writer.Paragraph($"{ShownText.Name(name)} {phrases.Word(key.Type)}", KeyIndent);
                writer.Paragraph($"{key}", KeyIndent);
            }
            return;
        }

        var names = string.Join(phrases.Comma, keys.Take(MaxNames).Select(k => ShownText.Name(k.Name)).DefaultIfEmpty(phrases.Word(Label.None)));
        writer.Field("", $"{title}{names}{(keys.Count > MaxNames ? $" {phrases.More(keys.Count - MaxNames)}" : "")}");
    }
}
