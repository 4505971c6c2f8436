using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>Under what the readings were taken: the gateway's software and clock at each start, each channel's configuration and calibration.</summary>
public static class ConditionsPart
{
    private const int MaxChannels = 50;
    private const int MaxStarts = 20;

    public static void Write(HtmlWriter html, Examination e)
    {
        var readings = e.Verdict.Readings;
        if (readings.Count == 0)
            return;
        using var part = HtmlPage.Section(html, e.Phrases.Word(PageLabel.Conditions), "conditions");
        var starts = Start.Of(e.Verdict);
        Gateway(html, e, starts);
        var channels = Conditions.Of(e.Verdict);
        foreach (var conditions in channels.Take(Most(e)))
            Channel(html, e, conditions, starts.Length > 1);
        if (channels.Length > Most(e))
            html.Element("p", e.Phrases.LeftOut(channels.Length - Most(e)));
    }

    /// <summary>The configurations and calibrations that this part shows.</summary>
    public static HashSet<Entry> Shown(Examination e) =>
        [.. Conditions.Of(e.Verdict).Take(Most(e)).SelectMany(c => new Entry?[] { c.Configuration, c.Calibration }).OfType<Entry>()];

    private static int Most(Examination e) => e.Asked.Full ? int.MaxValue : MaxChannels;

    private static void Gateway(HtmlWriter html, Examination e, Start[] starts)
    {
        var phrases = e.Phrases;
        using var card = html.In("div", ("class", "card"));
        html.Element("h3", $"{phrases.Word(Label.Gateway)} {ShownText.Name(e.Verdict.Gateway!.GatewayId!)}");
        using var facts = new Facts(html);
        var most = e.Asked.Full ? int.MaxValue : MaxStarts;
        foreach (var (number, leaf, boot) in starts.Take(most))
        {
            if (boot is null)
                Hidden(facts, phrases, phrases.Word(EntryKind.Boot), phrases.Word(Label.NotShown), leaf ?? default);
            else if (starts.Length > 1)
                facts.Add(phrases.Starts([number]), GatewaySection.Device(e, boot.Wall), $"{boot.Software}{phrases.Semicolon}{phrases.Word(boot.Clock)}");
            else
                One(facts, e, boot);
        }

        foreach (var clock in Conditions.Clocks(e.Verdict).Take(most))
            facts.Add(phrases.Word(EntryKind.Clock), $"{GatewaySection.Device(e, clock.Before)} → {GatewaySection.Device(e, clock.After)}", phrases.Word(clock.Clock));
        foreach (var leaf in Conditions.HiddenClocks(e.Verdict).Take(most))
            Hidden(facts, phrases, phrases.Word(EntryKind.Clock), phrases.Word(Label.NotShown), leaf);
    }

    private static void One(Facts facts, Examination e, BootEntry boot)
    {
        facts.Add(e.Phrases.Word(Label.Software), boot.Software);
        facts.Add(e.Phrases.Word(Label.Clock), $"{e.Phrases.Word(boot.Clock)}{e.Phrases.Semicolon}{GatewaySection.Device(e, boot.Wall)}");
    }

    private static void Channel(HtmlWriter html, Examination e, Conditions conditions, bool tellsStarts)
    {
        var phrases = e.Phrases;
        var channel = ShownText.Name(conditions.Channel);
        using var card = html.In("div", ("class", "card"));
        html.Element("h3", $"{Phrases.Capitalized(phrases.Word(Label.Channel))} {channel}{(tellsStarts ? $"{phrases.Semicolon}{phrases.Starts(conditions.Starts)}" : "")}");
        using var facts = new Facts(html);
        if (conditions.Configuration is not { } configuration)
        {
            Hidden(facts, phrases, phrases.Word(Label.Configuration), conditions.NoConfiguration(phrases), conditions.HiddenConfiguration ?? default, channel);
        }
        else
        {
            facts.Add(
                phrases.Word(Label.Configuration),
                DefinitionText.Of(configuration.Definition, phrases, e.Asked.Full),
                $"{phrases.Word(Label.By)} {configuration.Who}{phrases.Semicolon}{phrases.Word(Label.ConfigurationFile)} ",
                phrases.Word(PageLabel.ConfigurationFileHash), configuration.File);
        }

        foreach (var input in conditions.Inputs.Take(InputDefinition.Most).Where(i => i.Definition is not null && !e.Asked.Full))
            facts.Add(phrases.Word(Label.Input), $"{ShownText.Name(input.Name)}{phrases.Colon}{DefinitionText.Of(input.Definition!, phrases, full: false)}");
        var inputs = InputDefinition.Calibrated(conditions.Inputs, phrases);

        if (conditions.Calibration is not { } calibration)
        {
            if (!conditions.IsCalibratedByInputs)
                Hidden(facts, phrases, phrases.Word(Label.Calibration), conditions.NoCalibration(phrases), conditions.HiddenCalibration ?? default, channel);
            if (inputs.Length > 0)
                facts.Add(phrases.Word(Label.Calibration), inputs);
            return;
        }

        var certificate = calibration.Certificate.Length == 0 ? "" : $"{phrases.Semicolon}{phrases.Word(Label.Certificate)} {calibration.Certificate}";
        facts.Add(
            phrases.Word(Label.Calibration),
            [$"{calibration.Date}{certificate}{phrases.Semicolon}{phrases.Word(Label.By)} {calibration.Who}", DefinitionText.Of(calibration.Coefficients, phrases, e.Asked.Full), .. inputs]);
    }

    /// <summary>What the file does not show, by the hash under which it can be asked for.</summary>
    /// <param name="leaf">Zeros: there is none.</param>
    private static void Hidden(Facts facts, Phrases phrases, string name, string said, in Hash32 leaf, string channel = "")
    {
        if (leaf == default)
            facts.Add(name, said);
        else
            facts.Add(name, said, $"{phrases.Word(PageLabel.EntryHash)} ", $"{Phrases.Capitalized(name)}{(channel.Length > 0 ? $" {channel}" : "")}{phrases.Comma}{phrases.Word(PageLabel.EntryHash)}", leaf);
    }
}
