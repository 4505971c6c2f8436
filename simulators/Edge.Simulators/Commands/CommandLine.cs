using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Edge.Sensors.Catalog;
using Edge.Simulators.Recordings;
using Edge.Simulators.Sites;

namespace Edge.Simulators.Commands;

/// <summary>The verbs of <c>edge-sim</c>. Exit codes: 0 done, 1 refused with the reason, 2 wrong usage.</summary>
public static class CommandLine
{
    /// <summary>The whole command line.</summary>
    /// <param name="time">CLOCK_MONOTONIC.</param>
    /// <param name="output">For people.</param>
    /// <param name="errors">For refusals.</param>
    public static RootCommand Create(TimeProvider time, TextWriter output, TextWriter errors)
    {
        var language = new Option<string?>("--lang") { Description = "Language of what it says: en or zh. Default: by LC_ALL, LC_MESSAGES, LANG.", Recursive = true };
        language.AcceptOnlyFromAmong("en", "zh");
        var root = new RootCommand("Simulated devices at register level, served to a gateway on a Unix socket; recordings replayed through them.")
        {
            language, Serve(time, output, errors, language), Map(output, errors), Tell(output, errors, language),
        };
        return root;
    }

    private static Command Serve(TimeProvider time, TextWriter output, TextWriter errors, Option<string?> language)
    {
        var socket = new Option<string>("--socket") { Description = "Unix socket to listen on.", Required = true };
        var recording = new Option<string?>("--recording") { Description = "CSV recording to replay. Without it: the built-in bench." };
        var mapping = new Option<string?>("--mapping") { Description = "Mapping of the recording's columns to devices. Without it: the built-in one that fits the header." };
        var speed = new Option<double?>("--speed") { Description = "Times real time. Default: one usual row per second.", CustomParser = Speed };
        var seed = new Option<ulong>("--seed") { Description = "Of the bench's own signals.", DefaultValueFactory = _ => 1 };
        var siteOut = new Option<string?>("--site-out") { Description = "Write the gateway's buses: and sensors: here." };
        var truth = new Option<string?>("--truth") { Description = "Write each row as it becomes active: ns row channel=value;resolution ..." };
        var cap = new Option<string>("--outage-cap") { Description = "Longest time that one row (an outage) takes.", DefaultValueFactory = _ => "10s" };
        var atEnd = new Option<AtEnd>("--at-end") { Description = "After the last row: hold it, loop, or stop.", DefaultValueFactory = _ => AtEnd.Hold };
        var kernel = new Option<bool>("--kernel") { Description = "Make the buses those of this machine's kernel as well (virtual machines of tests)." };
        cap.Validators.Add(r =>
        {
            if (!DurationText.TryParse(r.GetValueOrDefault<string>() ?? "", out var value) || value <= TimeSpan.Zero)
                r.AddError("--outage-cap must be a duration above 0, for example 10s.");
        });
        var command = new Command("serve", "Serve a site until SIGTERM or SIGINT; prints \"ready\" when it listens.")
        {
            socket, recording, mapping, speed, seed, siteOut, truth, cap, atEnd, kernel,
        };
        command.SetAction((parsed, cancellationToken) => Guard(errors, () =>
        {
            _ = DurationText.TryParse(parsed.GetValue(cap)!, out var outage);
            var settings = new ServeSettings(
                parsed.GetValue(socket)!, parsed.GetValue(recording), parsed.GetValue(mapping), parsed.GetValue(speed),
                parsed.GetValue(seed), parsed.GetValue(siteOut), parsed.GetValue(truth), outage, parsed.GetValue(atEnd), parsed.GetValue(kernel));
            return new ServeCommand(settings, time, output, Words.Of(parsed.GetValue(language))).RunAsync(cancellationToken);
        }));
        return command;
    }

    private static double? Speed(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0 && double.IsFinite(value))
            return value;
        result.AddError($"--speed must be a number above 0, for example 60, not \"{text}\".");
        return null;
    }

    private static Command Map(TextWriter output, TextWriter errors)
    {
        var file = new Argument<string>("FILE") { Description = "CSV recording." };
        var command = new Command("map", "Draft a mapping for a recording from its columns; check it before use.") { file };
        command.SetAction((parsed, cancellationToken) => Guard(errors, () => output.WriteAsync(MappingDraft.Write(parsed.GetValue(file)!).AsMemory(), cancellationToken)));
        return command;
    }

    private static Command Tell(TextWriter output, TextWriter errors, Option<string?> language)
    {
        var socket = new Option<string>("--socket") { Description = "Socket of a running edge-sim.", Required = true };
        var what = new Argument<string[]>("COMMAND") { Description = "fault CHANNEL KIND | brown-out CHANNEL | contact CHANNEL active|inactive|free | channels" };
        var command = new Command("tell", "Cause a fault in a running simulator, or end it (fault CHANNEL none).") { socket, what };
        command.SetAction((parsed, cancellationToken) => Guard(errors, async () =>
        {
            var answer = await TellCommand.AskAsync(parsed.GetValue(socket)!, string.Join(' ', parsed.GetValue(what)!), cancellationToken).ConfigureAwait(false);
            await output.WriteLineAsync(Words.Of(parsed.GetValue(language)).Answer(answer)).ConfigureAwait(false);
            if (answer.StartsWith("error", StringComparison.Ordinal))
                throw new SiteFileException("The bench refused the command.");
        }, Words.Of(parsed.GetValue(language))));
        return command;
    }

    private static async Task<int> Guard(TextWriter errors, Func<Task> run, Words? words = null)
    {
        try
        {
            await run().ConfigureAwait(false);
            return 0;
        }
        catch (Exception e) when (e is SiteFileException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"edge-sim: {words?.Answer(e.Message) ?? e.Message}").ConfigureAwait(false);
            return 1;
        }
    }
}
