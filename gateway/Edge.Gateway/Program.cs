using System.CommandLine;
using System.CommandLine.Help;
using Edge.Gateway.Commands;

var asked = Array.IndexOf(args, "--lang") is >= 0 and var option && option + 1 < args.Length ? args[option + 1] : null;
var help = ExportSource.IsChinese(asked) ? HelpWords.Chinese : HelpWords.English;
var root = new RootCommand(help.Program)
{
    RunCommand.Create(help),
    StatusCommand.Create(help),
    DamageCommand.Create(help),
    DoctorCommand.Create(help),
    EvidenceCommand.Create(help),
    SiteCommand.Create(help),
    ExportCommand.Create(help),
    KeygenCommand.Create(help),
    CheckCommand.Create(help),
};
root.Options.OfType<HelpOption>().Single().Action = new HelpPage(help, Terminal.Columns);
var parsed = root.Parse(args);

if (parsed.Errors.Count > 0 && args.Length > 0)
    return await Failure.OfUsageAsync(parsed, help);

// The host handles signals itself: a stop may take as long as sealing takes.
var code = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
return parsed.Errors.Count > 0 ? Failure.WrongInput : code;
