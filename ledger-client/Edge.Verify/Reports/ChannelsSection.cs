using Edge.Ledger.Merkle;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>Under which configuration and calibration each channel was measured.</summary>
public static class ChannelsSection
{
    private const int MaxChannels = 10;

    public static void Write(ReportWriter writer, Examination e)
    {
        var channels = Conditions.Of(e.Verdict);
        var isOneStart = Start.Of(e.Verdict).Length < 2;
        foreach (var conditions in channels.Take(e.Asked.Full ? int.MaxValue : MaxChannels))
        {
            var starts = isOneStart ? "" : $"{e.Phrases.Semicolon}{e.Phrases.Starts(conditions.Starts)}";
            writer.Row($"{e.Phrases.Word(Label.Channel)} {ShownText.Name(conditions.Channel)}{starts}");
            if (conditions.Configuration is not { } configuration)
            {
                writer.Field($"  {e.Phrases.Word(Label.Configuration)}", Missing(conditions.NoConfiguration(e.Phrases), conditions.HiddenConfiguration, e));
            }
            else
            {
                writer.Field($"  {e.Phrases.Word(Label.Configuration)}", DefinitionText.Of(configuration.Definition, e.Phrases, e.Asked.Full));
                writer.Field("", $"{e.Phrases.Word(Label.By)} {configuration.Who}{e.Phrases.Semicolon}{e.Phrases.Word(Label.ConfigurationFile)} {Shortened.Hash(configuration.File, e.Asked.Full)}");
            }

            foreach (var input in conditions.Inputs.Take(InputDefinition.Most).Where(i => i.Definition is not null && !e.Asked.Full))
                writer.Field($"  {e.Phrases.Word(Label.Input)}", $"{ShownText.Name(input.Name)}{e.Phrases.Colon}{DefinitionText.Of(input.Definition!, e.Phrases, full: false)}");

            if (conditions.Calibration is not { } calibration)
            {
                if (!conditions.IsCalibratedByInputs)
                    writer.Field($"  {e.Phrases.Word(Label.Calibration)}", Missing(conditions.NoCalibration(e.Phrases), conditions.HiddenCalibration, e));
            }
            else
            {
                var certificate = calibration.Certificate.Length == 0 ? "" : $"{e.Phrases.Semicolon}{e.Phrases.Word(Label.Certificate)} {calibration.Certificate}";
                writer.Field($"  {e.Phrases.Word(Label.Calibration)}", $"{calibration.Date}{certificate}{e.Phrases.Semicolon}{e.Phrases.Word(Label.By)} {calibration.Who}");
                writer.Field("", DefinitionText.Of(calibration.Coefficients, e.Phrases, e.Asked.Full));
            }

            foreach (var (place, said) in InputDefinition.Calibrated(conditions.Inputs, e.Phrases).Index())
                writer.Field(place == 0 && conditions.IsCalibratedByInputs ? $"  {e.Phrases.Word(Label.Calibration)}" : "", said);
        }

        if (!e.Asked.Full && channels.Length > MaxChannels)
            writer.Row($"  {e.Phrases.Omitted(channels.Length - MaxChannels)}");
        if (channels.Length > 0)
            writer.Blank();
    }

    private static string Missing(string said, Hash32? hidden, Examination e) => hidden is { } leaf
        ? $"{said}{e.Phrases.Semicolon}{(e.Verdict.Gateway?.Hasher == TreeHasher.Sm3 ? "SM3" : "SHA-256")} {Shortened.Hash(leaf, e.Asked.Full)}"
        : said;
}
