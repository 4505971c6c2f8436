using System.CommandLine;
using Edge.Demo;
using Edge.Demo.Showing;
using Edge.Demo.Towns;

var seconds = new Option<int>("--seconds") { Description = "How long to measure.", DefaultValueFactory = _ => 30 };
var folder = new Option<string?>("--out") { Description = "Folder for the evidence and the policy; default: a new one." };
var recording = new Option<string?>("--recording") { Description = "CSV recording to replay through the simulated devices." };
var mapping = new Option<string?>("--mapping") { Description = "How to read that recording; default: the mapping that knows its header." };
var speed = new Option<string?>("--speed") { Description = "Times real time; default: one row a second." };
var seed = new Option<ulong>("--seed") { Description = "Of the simulated signals.", DefaultValueFactory = _ => 1 };
var language = new Option<string?>("--lang") { Description = "en or zh; default: by LANG." };
var picture = new Option<string?>("--picture") { Description = "Also draw the run as a terminal picture into this SVG file." };
language.AcceptOnlyFromAmong("en", "zh");
seconds.Validators.Add(r =>
{
    if (r.GetValueOrDefault<int>() is < 1 or > 86_400)
        r.AddError("--seconds: write 1 to 86400.");
});
recording.Validators.Add(r =>
{
    if (r.GetValueOrDefault<string?>() is { } file && !File.Exists(file))
        r.AddError($"--recording: there is no file {file}.");
});

var root = new RootCommand("A gateway, its devices and a city of four departments on one machine, as real processes.") { seconds, folder, recording, mapping, speed, seed, language, picture };
root.SetAction(async (result, cancellationToken) =>
{
    var plan = new TownPlan
    {
        Recording = result.GetValue(recording) is { } file ? Path.GetFullPath(file) : null,
        Mapping = result.GetValue(mapping) is { } map ? Path.GetFullPath(map) : null,
        Speed = result.GetValue(speed),
        Seed = result.GetValue(seed),
    };
    await using var terminal = new TerminalPicture(Console.Out);
    var code = await new DemoRun(plan, result.GetValue(seconds), result.GetValue(folder), DemoWords.For(result.GetValue(language)), terminal).RunAsync(cancellationToken);
    if (result.GetValue(picture) is { } svg)
        await File.WriteAllTextAsync(svg, terminal.Draw($"./edge demo --seconds {result.GetValue(seconds)}"), cancellationToken);
    return code;
});
var parsed = root.Parse(args);
var exit = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
return parsed.Errors.Count > 0 ? 2 : exit;
