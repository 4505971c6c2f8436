using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>Under which configuration and calibration each channel was measured.</summary>
public static class ChannelsSection
{
    private const int MaxChannels = 10;

    public static void Write(ReportWriter writer, Examination e)
    {
        var channels = Conditions.Of(e.Verdict);
        foreach (var conditions in channels.Take(e.Asked.Full ? int.MaxValue : MaxChannels))
        {
            writer.Row($"{e.Phrases.Word(Label.Channel)} {ShownText.Name(conditions.Channel)}");
            if (conditions.Configuration is not { } configuration)
            {
                writer.Field($"  {e.Phrases.Word(Label.Configuration)}", conditions.NoConfiguration(e));
            }
            else
            {
                writer.Field($"  {e.Phrases.Word(Label.Configuration)}", DefinitionText.Of(configuration.Definition, e.Phrases.Semicolon, e.Asked.Full));
                writer.Field("", $"{e.Phrases.Word(Label.By)} {configuration.Who}{e.Phrases.Semicolon}{e.Phrases.Word(Label.ConfigurationFile)} {Shortened.Hash(configuration.File, e.Asked.Full)}");
            }

            if (conditions.Calibration is not { } calibration)
            {
                writer.Field($"  {e.Phrases.Word(Label.Calibration)}", conditions.NoCalibration(e));
            }
            else
            {
                var certificate = calibration.Certificate.Length == 0 ? "" : $"{e.Phrases.Semicolon}{e.Phrases.Word(Label.Certificate)} {calibration.Certificate}";
                writer.Field($"  {e.Phrases.Word(Label.Calibration)}", $"{calibration.Date}{certificate}{e.Phrases.Semicolon}{e.Phrases.Word(Label.By)} {calibration.Who}");
                writer.Field("", DefinitionText.Of(calibration.Coefficients, e.Phrases.Semicolon, e.Asked.Full));
            }
        }

        if (!e.Asked.Full && channels.Length > MaxChannels)
            writer.Row($"  {e.Phrases.Omitted(channels.Length - MaxChannels)}");
        if (channels.Length > 0)
            writer.Blank();
    }
}
