using Edge.Ledger.Entries;
using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>Under what the readings were taken: the gateway's software and clock, each channel's configuration and calibration.</summary>
public static class ConditionsPart
{
    private const int MaxChannels = 50;
    private const int MaxBoots = 20;

    public static void Write(HtmlWriter html, Examination e)
    {
        var readings = e.Verdict.Readings;
        if (readings.Count == 0)
            return;
        using var part = HtmlPage.Section(html, e.Phrases.Word(PageLabel.Conditions));
        Gateway(html, e);
        var channels = Conditions.Of(e.Verdict);
        foreach (var conditions in channels.Take(Most(e)))
            Channel(html, e, conditions);
        if (channels.Length > Most(e))
            html.Element("p", e.Phrases.LeftOut(channels.Length - Most(e)));
    }

    /// <summary>The configurations and calibrations that this part shows.</summary>
    public static HashSet<Entry> Shown(Examination e) =>
        [.. Conditions.Of(e.Verdict).Take(Most(e)).SelectMany(c => new Entry?[] { c.Configuration, c.Calibration }).OfType<Entry>()];

    private static int Most(Examination e) => e.Asked.Full ? int.MaxValue : MaxChannels;

    private static void Gateway(HtmlWriter html, Examination e)
    {
        using var card = html.In("div", ("class", "card"));
        html.Element("h3", $"{e.Phrases.Word(Label.Gateway)} {ShownText.Name(e.Verdict.Gateway!.GatewayId!)}");
        using var facts = new Facts(html);
        var most = e.Asked.Full ? int.MaxValue : MaxBoots;
        foreach (var boot in Conditions.Boots(e.Verdict).Take(most))
        {
            facts.Add(e.Phrases.Word(Label.Software), boot.Software);
            facts.Add(e.Phrases.Word(Label.Clock), $"{e.Phrases.Word(boot.Clock)}{e.Phrases.Semicolon}{GatewaySection.Device(e, boot.Wall)}");
        }

        foreach (var clock in Conditions.Clocks(e.Verdict).Take(most))
            facts.Add(e.Phrases.Word(EntryKind.Clock), $"{GatewaySection.Device(e, clock.Before)} → {GatewaySection.Device(e, clock.After)}", e.Phrases.Word(clock.Clock));
    }

    private static void Channel(HtmlWriter html, Examination e, Conditions conditions)
    {
        var phrases = e.Phrases;
        using var card = html.In("div", ("class", "card"));
        html.Element("h3", $"{Phrases.Capitalized(phrases.Word(Label.Channel))} {ShownText.Name(conditions.Channel)}");
        using var facts = new Facts(html);
        if (conditions.Configuration is not { } configuration)
        {
            facts.Add(phrases.Word(Label.Configuration), conditions.NoConfiguration(e));
        }
        else
        {
            facts.Add(
                phrases.Word(Label.Configuration),
                DefinitionText.Of(configuration.Definition, phrases.Semicolon, e.Asked.Full),
                $"{phrases.Word(Label.By)} {configuration.Who}");
            facts.AddHash(phrases.Word(PageLabel.ConfigurationFileHash), configuration.File.Bytes);
        }

        if (conditions.Calibration is not { } calibration)
        {
            facts.Add(phrases.Word(Label.Calibration), conditions.NoCalibration(e));
            return;
        }

        var certificate = calibration.Certificate.Length == 0 ? "" : $"{phrases.Semicolon}{phrases.Word(Label.Certificate)} {calibration.Certificate}";
        facts.Add(
            phrases.Word(Label.Calibration),
            $"{calibration.Date}{certificate}{phrases.Semicolon}{phrases.Word(Label.By)} {calibration.Who}",
            DefinitionText.Of(calibration.Coefficients, phrases.Semicolon, e.Asked.Full));
    }
}
