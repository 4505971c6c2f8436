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
        var channels = readings.Select(r => (r.Reading.Channel, r.Configuration, r.Calibration, IsDisclosed: !e.Undisclosed.Contains(r.Index))).Distinct().ToArray();
        var most = e.Asked.Full ? int.MaxValue : MaxChannels;
        foreach (var (channel, configuration, calibration, isDisclosed) in channels.Take(most))
            Channel(html, e, channel, configuration, calibration, isDisclosed);
        if (channels.Length > most)
            html.Element("p", e.Phrases.LeftOut(channels.Length - most));
    }

    private static void Gateway(HtmlWriter html, Examination e)
    {
        using var card = html.In("div", ("class", "card"));
        html.Element("h3", $"{e.Phrases.Word(Label.Gateway)} {ShownText.Name(e.Verdict.Gateway!.GatewayId!)}");
        using var facts = new Facts(html);
        var most = e.Asked.Full ? int.MaxValue : MaxBoots;
        foreach (var boot in e.Verdict.Readings.Select(r => r.Boot).OfType<BootEntry>().Distinct().Take(most))
        {
            facts.Add(e.Phrases.Word(Label.Software), boot.Software);
            facts.Add(e.Phrases.Word(Label.Clock), $"{e.Phrases.Word(boot.Clock)}{e.Phrases.Semicolon}{GatewaySection.Device(e, boot.Wall)}");
        }

        foreach (var clock in e.Verdict.Readings.Select(r => r.Clock).OfType<ClockEntry>().Distinct().Take(most))
            facts.Add(e.Phrases.Word(EntryKind.Clock), $"{GatewaySection.Device(e, clock.Before)} → {GatewaySection.Device(e, clock.After)}", e.Phrases.Word(clock.Clock));
    }

    private static void Channel(HtmlWriter html, Examination e, string channel, ConfigurationEntry? configuration, CalibrationEntry? calibration, bool isDisclosed)
    {
        var phrases = e.Phrases;
        using var card = html.In("div", ("class", "card"));
        html.Element("h3", $"{Phrases.Capitalized(phrases.Word(Label.Channel))} {ShownText.Name(channel)}");
        using var facts = new Facts(html);
        if (configuration is null)
        {
            facts.Add(phrases.Word(Label.Configuration), phrases.Word(isDisclosed ? Label.NoConfiguration : Label.NotShown));
        }
        else
        {
            facts.Add(
                phrases.Word(Label.Configuration),
                DefinitionText.Of(configuration.Definition, phrases.Semicolon, e.Asked.Full),
                $"{phrases.Word(Label.By)} {configuration.Who}");
            facts.AddHash(phrases.Word(PageLabel.ConfigurationFileHash), configuration.File.Bytes);
        }

        if (calibration is null)
        {
            facts.Add(phrases.Word(Label.Calibration), phrases.Word(isDisclosed ? Label.NoCalibration : Label.NotShown));
            return;
        }

        var certificate = calibration.Certificate.Length == 0 ? "" : $"{phrases.Semicolon}{phrases.Word(Label.Certificate)} {calibration.Certificate}";
        facts.Add(
            phrases.Word(Label.Calibration),
            $"{calibration.Date}{certificate}{phrases.Semicolon}{phrases.Word(Label.By)} {calibration.Who}",
            DefinitionText.Of(calibration.Coefficients, phrases.Semicolon, e.Asked.Full));
    }
}
