using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Edge.Fuzz.Runs;
using Edge.Fuzz.Targets;
using Edge.Testing;

namespace Edge.Fuzz;

/// <summary><c>edge-fuzz [PARSER|all] [--inputs N] [--seed S] [--minutes M] [--json] [--replay FILE]</c>. Exit codes: 0 nothing found, 1 something found, 2 wrong usage.</summary>
internal static class FuzzCommand
{
    private const string Everything = "all";
    private const long UsualInputs = 1_000_000;

    private static readonly TimeProvider Clock = TimeProvider.System;

    private static string Names => string.Join(", ", Catalogue.All.Select(t => t.Name));

    private static string Folder => Path.Combine(Programs.RepositoryRoot, "artifacts", "fuzz");

    public static int Run(string[] args)
    {
        var name = new Argument<string>("PARSER") { Description = $"all (default), or one of: {Names}.", DefaultValueFactory = _ => Everything };
        var inputs = new Option<long?>("--inputs") { Description = $"Inputs for each parser. Default: {UsualInputs:N0}; without limit if --minutes is given." };
        var seed = new Option<ulong>("--seed") { Description = "Another seed gives other inputs.", DefaultValueFactory = _ => 1 };
        var minutes = new Option<double?>("--minutes") { Description = "The longest time for each parser." };
        var replay = new Option<string?>("--replay") { Description = "Reads this one input, as a failure left it, and says what happens." };
        var json = new Option<bool>("--json") { Description = "One JSON object on the last line of standard output." };
        var language = new Option<string?>("--lang") { Description = "Accepted as by every verb; figures are shown in English." };
        language.AcceptOnlyFromAmong("en", "zh");
        name.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<string>() is { } word && word != Everything && Find(word) is null)
                r.AddError($"There is no parser \"{word}\". There are: all, {Names}.");
        });
        var root = new RootCommand("Throws mutated inputs at the parsers of the core.") { name, inputs, seed, minutes, replay, json, language };
        root.SetAction((result, cancellationToken) =>
        {
            FuzzTarget[] targets = Find(result.GetRequiredValue(name)) is { } one ? [one] : [.. Catalogue.All];
            return Task.FromResult(result.GetValue(replay) is { } file
                ? Replay(targets, file)
                : Fuzz(targets, result.GetValue(inputs), result.GetValue(minutes), result.GetValue(seed), result.GetValue(json), cancellationToken));
        });
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
            return parsed.Invoke();
        foreach (var error in parsed.Errors)
            Console.Error.WriteLine($"./edge fuzz: {error.Message}");
        return 2;
    }

    private static int Fuzz(FuzzTarget[] targets, long? inputs, double? minutes, ulong seed, bool json, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        var limit = minutes is { } m ? TimeSpan.FromMinutes(m) : default(TimeSpan?);
        var reports = new List<FuzzReport>();
        Console.Error.WriteLine(FuzzReport.Heading);
        foreach (var target in targets)
        {
            if (cancellationToken.IsCancellationRequested)
                break;
            using var last = new LastInput(Path.Combine(Folder, $"{target.Name}.last"), Mutations.Mutant.Room);
            var run = new FuzzRun(target, seed, Clock);
            using var watch = new Watch(target.Name, run, last.Path, Clock);
            var report = run.Run(inputs ?? (limit is null ? UsualInputs : long.MaxValue), limit, last, cancellationToken);
            reports.Add(report);
            Console.Error.WriteLine($"\r{report}");
            foreach (var failure in report.Failures)
                Console.Error.WriteLine($"  {failure.Kind}: {failure.Detail}\n    again: ./edge fuzz {target.Name} --replay {InputFile.Save(failure, Folder)}");
        }

        if (json)
            Console.Out.WriteLine(new JsonObject { ["parsers"] = new JsonArray([.. reports.Select(r => (JsonNode)r.ToJson())]) }.ToJsonString());
        else
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reports.Sum(r => r.Inputs):N0} inputs, {reports.Sum(r => r.Failures.Count)} failures"));
        return reports.Exists(r => r.Failures.Count > 0) ? 1 : 0;
    }

    private static int Replay(FuzzTarget[] targets, string file)
    {
        var input = InputFile.Read(file);
        var failed = false;
        foreach (var target in targets)
        {
            var probe = new Probe(target, Clock);
            var failure = probe.Try(input);
            failed |= failure is not null;
            Console.Out.WriteLine($"{target.Name}: {(failure is not null ? $"{failure.Kind}: {failure.Detail}" : probe.Refusal is { } why ? $"refused: {why}" : $"accepted {probe.Description}")}");
        }

        return failed ? 1 : 0;
    }

    private static FuzzTarget? Find(string name) => Catalogue.All.FirstOrDefault(t => t.Name == name);
}
