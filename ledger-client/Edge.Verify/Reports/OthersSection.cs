using System.Text.RegularExpressions;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>Subjects that are not readings: gaps above all, alarms, maintenance and what else belongs to the story.</summary>
public static partial class OthersSection
{
    private const int MaxShown = 12;

    public static void Write(ReportWriter writer, Examination e)
    {
        var others = Subjects.Others(e.Verdict);
        if (others.Count == 0)
            return;
        var byKind = others.GroupBy(o => e.Phrases.Kind(o.Entry)).Select(g => $"{g.Key} {g.Count()}");
        writer.Field(e.Phrases.Word(Label.OtherEntries), string.Join(e.Phrases.Comma, byKind));

        // Seals come with every batch and say nothing to a reader; the rest is told.
        var told = others.Where(o => o.Entry is not SealEntry).ToArray();
        foreach (var other in told.Take(e.Asked.Full ? int.MaxValue : MaxShown))
            writer.Field("", $"{e.Phrases.Entries([other.Index], 0)}{e.Phrases.Colon}{Tell(other, e)}");
        if (!e.Asked.Full && told.Length > MaxShown)
            writer.Field("", e.Phrases.Omitted(told.Length - MaxShown));
        writer.Blank();
    }

    /// <summary>One entry in a line of words.</summary>
    public static string Tell(ProvedEntry proved, Examination e) => string.Join(
        e.Phrases.Semicolon,
        Parts(proved.Entry, e).Prepend(e.Phrases.Kind(proved.Entry)).Where(p => p.Length > 0));

    private static string[] Parts(Entry entry, Examination e) => entry switch
    {
        GapEntry gap => [Channels(gap, e.Phrases), e.Phrases.Word(gap.Why), $"{GatewaySection.Device(e, gap.From)} → {GatewaySection.Device(e, gap.To)}", GapDetails.Of(gap, e.Phrases.Language)],
        EventEntry happened => [Subject(happened, e.Phrases), Short(Text(happened, e.Phrases), e.Asked.Full), GatewaySection.Device(e, happened.Wall), By(happened.Who, e.Phrases)],
        BootEntry boot => [boot.Software, GatewaySection.Device(e, boot.Wall), e.Phrases.Word(boot.Clock)],
        ClockEntry clock => [$"{GatewaySection.Device(e, clock.Before)} → {GatewaySection.Device(e, clock.After)}", e.Phrases.Word(clock.Clock)],
        ConfigurationEntry configuration => [configuration.Channel, DefinitionText.Of(configuration.Definition, e.Phrases, e.Asked.Full), configuration.Who],
        CalibrationEntry calibration => [calibration.Channel, calibration.Date, calibration.Certificate, calibration.Who],
        _ => [],
    };

    private static string Subject(EventEntry happened, Phrases phrases) => phrases.Language == Language.Chinese ? ChineseEventText.Subject(happened.Subject) : happened.Subject;

    private static string Text(EventEntry happened, Phrases phrases) => phrases.Language == Language.Chinese ? ChineseEventText.Of(happened.Text) : happened.Text;

    private static string By(string who, Phrases phrases) => who.Length > 0 ? $"{phrases.Word(Label.By)} {who}" : "";

    private static string Short(string text, bool full) => full ? text : WholeHash().Replace(text, "$1...");

    /// <summary>64 digits, of which the first twelve are what people compare.</summary>
    [GeneratedRegex("(?<![0-9a-f])([0-9a-f]{12})[0-9a-f]{52}(?![0-9a-f])")]
    private static partial Regex WholeHash();

    private static string Channels(GapEntry gap, Phrases phrases) =>
        gap.Channels.Count == 0 ? phrases.Word(Label.AllChannels) : string.Join(phrases.Comma, gap.Channels);
}
