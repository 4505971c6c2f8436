using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>Under which configuration and calibration each channel was measured.</summary>
public static class ChannelsSection
{
    private const int MaxChannels = 10;

    public static void Write(ReportWriter writer, Examination e)
    {
        var channels = e.Verdict.Readings.Select(r => (r.Reading.Channel, r.Configuration, r.Calibration, IsDisclosed: !e.Undisclosed.Contains(r.Index))).Distinct().ToArray();
        foreach (var (channel, configuration, calibration, isDisclosed) in channels.Take(e.Asked.Full ? int.MaxValue : MaxChannels))
        {
            writer.Row($"{e.Phrases.Word(Label.Channel)} {ShownText.Name(channel)}");
            if (configuration is null)
            {
                writer.Field($"  {e.Phrases.Word(Label.Configuration)}", e.Phrases.Word(isDisclosed ? Label.NoConfiguration : Label.NotShown));
            }
            else
            {
                writer.Field($"  {e.Phrases.Word(Label.Configuration)}", DefinitionText.Of(configuration.Definition, e.Phrases.Semicolon, e.Asked.Full));
                writer.Field("", $"{e.Phrases.Word(Label.By)} {configuration.Who}{e.Phrases.Semicolon}{e.Phrases.Word(Label.ConfigurationFile)} {Shortened.Hash(configuration.File, e.Asked.Full)}");
            }

            if (calibration is null)
            {
                writer.Field($"  {e.Phrases.Word(Label.Calibration)}", e.Phrases.Word(isDisclosed ? Label.NoCalibration : Label.NotShown));
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
