using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Edge.Gateway.Configuration;
using Edge.Gateway.Export;
using Edge.Gateway.Health;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway status</c>: is it measuring, is it proving, what needs me?</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var config = ExportSource.Configuration();
        var json = new Option<bool>("--json") { Description = "The whole state as one JSON object on one line." };
        var brief = new Option<bool>("--brief") { Description = "Only the one line." };
        var watch = new Option<int?>("--watch")
        {
            Description = "Again and again, once a second or every so many seconds (1 to 86400), until Ctrl-C.",
            HelpName = "SECONDS",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = Seconds,
        };
        var language = ExportSource.Language();
        var command = new Command("status", "Says whether the gateway measures, whether it proves, and what needs you. Asks the running gateway; of one that does not run it reads the log. "
            + "Exit code: 0 nothing needs you (being offline does not), 1 something does, 2 wrong usage or configuration, 3 the gateway does not answer.")
        {
            config, json, brief, watch, language,
        };
        command.SetAction((result, cancellationToken) => Failure.Guard(() =>
        {
            var configuration = ConfigurationReader.Read(result.GetValue(config) ?? ExportSource.Find(ExportSource.Words(result.GetValue(language)), orStore: false));
            var words = ExportSource.Words(result.GetValue(language)) == ExportWords.Chinese ? Health.Words.HealthWords.Chinese : Health.Words.HealthWords.English;
            var view = new StatusView(configuration, words, result.GetValue(json), result.GetValue(brief), TimeProvider.System);
            return result.GetValue(watch) is { } seconds ? view.WatchAsync(TimeSpan.FromSeconds(seconds), cancellationToken) : view.ShowAsync(cancellationToken);
        }));
        return command;
    }

    private static int? Seconds(ArgumentResult result)
    {
        if (result.Tokens is not [var token])
            return 1;
        if (int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 86_400)
            return seconds;
        result.AddError($"--watch: \"{token.Value}\" is not a number of seconds; write 1 to 86400.");
        return null;
    }
}
