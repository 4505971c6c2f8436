using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Edge.Gateway.Configuration;
using Edge.Gateway.Health;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway status</c>: is it measuring, is it proving, what needs me?</summary>
internal static class StatusCommand
{
    public static Command Create(HelpWords help)
    {
        var config = ExportSource.Configuration(help);
        var json = new Option<bool>("--json") { Description = help.Json };
        var brief = new Option<bool>("--brief") { Description = help.Brief };
        var watch = new Option<int?>("--watch")
        {
            Description = help.Watch,
            HelpName = "SECONDS",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result => Seconds(result, help),
        };
        var language = ExportSource.Language(help);
        var command = new Command("status", help.HowItIs)
        {
            config, json, brief, watch, language,
        };
        command.SetAction((result, cancellationToken) => Failure.Guard(() =>
        {
            var configuration = ConfigurationReader.Read(result.GetValue(config) ?? ExportSource.Find(ExportSource.Words(result.GetValue(language)), orStore: false));
            var words = ExportSource.IsChinese(result.GetValue(language)) ? Health.Words.HealthWords.Chinese : Health.Words.HealthWords.English;
            var view = new StatusView(configuration, words, new StatusPage(words, Terminal.IsColoured, Terminal.Columns), Terminal.IsScreen, result.GetValue(json), result.GetValue(brief), TimeProvider.System);
            return result.GetValue(watch) is { } seconds ? view.WatchAsync(TimeSpan.FromSeconds(seconds), cancellationToken) : view.ShowAsync(cancellationToken);
        }, ExportSource.Why(result.GetValue(language))));
        return command;
    }

    private static int? Seconds(ArgumentResult result, HelpWords help)
    {
        if (result.Tokens is not [var token])
            return 1;
        if (int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 86_400)
            return seconds;
        result.AddError(help.NotSeconds("--watch", token.Value));
        return null;
    }
}
