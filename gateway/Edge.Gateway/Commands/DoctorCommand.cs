using System.CommandLine;
using Edge.Gateway.Configuration;
using Edge.Gateway.Doctor.Words;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway doctor</c>: what is wired, what answers, what is wrong, which terminal to touch.</summary>
internal static class DoctorCommand
{
    public static Command Create(HelpWords help)
    {
        var config = ExportSource.Configuration(help);
        var json = new Option<bool>("--json") { Description = help.DoctorJson };
        var simulate = new Option<string[]>("--simulate") { Description = help.Simulate, HelpName = "CURRENT CHANNEL", Arity = new ArgumentArity(1, 100), AllowMultipleArgumentsPerToken = true };
        var report = new Option<string?>("--report") { Description = help.Report, HelpName = "OUT.html" };
        var sign = new Option<string?>("--sign") { Description = help.Sign, HelpName = "WHO" };
        var language = ExportSource.Language(help);
        var command = new Command("doctor", help.Doctor) { config, json, simulate, report, sign, language };
        command.SetAction((result, cancellationToken) => Failure.Guard(async () =>
        {
            using var ended = new Interruption(cancellationToken);
            var lang = result.GetValue(language);
            var words = ExportSource.IsChinese(lang) ? DoctorWords.Chinese : DoctorWords.English;
            var (configuration, problems) = ConfigurationReader.Look(result.GetValue(config) ?? ExportSource.Find(ExportSource.Words(lang), orStore: false));
            return await new DoctorVisit(configuration, problems, words, ExportSource.Words(lang)).RunAsync(
                new DoctorWish(result.GetValue(json), result.GetValue(simulate) ?? [], result.GetValue(report), result.GetValue(sign)), ended.Token);
        }, ExportSource.Why(result.GetValue(language))));
        return command;
    }
}
