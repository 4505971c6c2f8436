using System.CommandLine;
using Edge.Gateway.Configuration;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway site</c>: who may log in to the site page, which certificate it shows, and the code that hangs at the tap.</summary>
internal static class SiteCommand
{
    public static Command Create(HelpWords help) => new("site", help.Site)
    {
        new Command("account", help.Account)
        {
            SiteAccountCommand.Add(help),
            SiteAccountCommand.Remove(help),
            SiteAccountCommand.List(help),
            SiteAccountCommand.Password(help),
        },
        SiteCertificateCommand.Create(help),
        SiteTapCodeCommand.Create(help),
    };

    /// <summary>A command about one gateway, in one language.</summary>
    internal static Command Of(string name, string description, HelpWords help, Func<ParseResult, GatewayConfiguration, SiteWords, CancellationToken, Task<int>> run, params Symbol[] symbols)
    {
        var (config, language) = (ExportSource.Configuration(help), ExportSource.Language(help));
        var command = new Command(name, description);
        foreach (var argument in symbols.OfType<Argument>())
            command.Add(argument);
        foreach (var option in symbols.OfType<Option>().Append(config).Append(language))
            command.Add(option);
        command.SetAction((result, cancellationToken) => Failure.Guard(() =>
        {
            var chosen = result.GetValue(language);
            var configuration = ConfigurationReader.Read(result.GetValue(config) ?? ExportSource.Find(ExportSource.Words(chosen), orStore: false));
            return run(result, configuration, ExportSource.IsChinese(chosen) ? SiteWords.Chinese : SiteWords.English, cancellationToken);
        }, ExportSource.Why(result.GetValue(language))));
        return command;
    }
}
