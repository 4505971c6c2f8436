using System.CommandLine;
using Edge.Bench.Audit;
using Edge.Bench.Compared;
using Edge.Bench.Footprint;
using Edge.Bench.Ingest;
using Edge.Bench.Mqtt;
using Edge.Bench.Page;
using Edge.Bench.Reports;
using Edge.Bench.Sampling;
using Edge.Bench.Seal;
using Edge.Bench.Verify;
using Edge.Bench.Wear;
using Edge.Testing;

namespace Edge.Bench;

/// <summary><c>edge-bench NAME [--json]</c>. Exit codes: 0 measured, 1 could not be measured, 2 wrong usage.</summary>
internal static class BenchCommand
{
    private const int NotMeasured = 1;
    private const int WrongUsage = 2;

    /// <summary>By the word after <c>./edge bench</c>.</summary>
    private static readonly OrderedDictionary<string, Func<BenchOptions, IBenchmark>> All = new()
    {
        ["ingest"] = _ => new IngestBenchmark(TimeProvider.System),
        ["wear"] = options => new WearBenchmark(options, TimeProvider.System),
        ["footprint"] = options => new FootprintBenchmark(options, TimeProvider.System),
        ["mqtt"] = _ => new MqttBenchmark(TimeProvider.System),
        ["sampling"] = options => new SamplingBenchmark(options, TimeProvider.System),
        ["page"] = options => new PageBenchmark(options, TimeProvider.System),
        ["audit"] = options => new AuditBenchmark(options),
        ["seal"] = _ => new SealBenchmark(),
        ["verify"] = _ => new VerifyBenchmark(TimeProvider.System),
        ["stacks"] = options => new StacksBenchmark(options),
    };

    private static string Names => string.Join(", ", All.Keys);

    public static async Task<int> RunAsync(string[] args)
    {
        var name = new Argument<string>("NAME") { Description = $"What to measure: {Names}." };
        var json = new Option<bool>("--json") { Description = "One JSON object on the last line of standard output." };
        var folder = new Option<string>("--dir")
        {
            Description = "A folder on the disk to measure. Default: artifacts/bench of this clone.",
            DefaultValueFactory = _ => Path.Combine(Programs.RepositoryRoot, "artifacts", "bench"),
        };
        var language = new Option<string?>("--lang") { Description = "Accepted as by every verb; figures are shown in English." };
        language.AcceptOnlyFromAmong("en", "zh");
        var entries = new Option<ulong?>("--entries") { Description = "audit: readings in the log. Default: 8,640,000, a day at 100 a second." };
        var seconds = AtLeastOne("--seconds", "wear, stacks: how long wear writes, by default 60. sampling, page: how long each of their runs is measured, by default 30.");
        var repeats = AtLeastOne("--repeats", "footprint: gateways of each kind that are measured. Default: 3.");
        var check = new Option<bool>("--check") { Description = "Measures nothing: only whether it can be asked so.", Hidden = true };
        name.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<string>() is { } word && !All.ContainsKey(word))
                r.AddError($"There is no benchmark \"{word}\". There are: {Names}.");
        });
        var root = new RootCommand("Measures side by side in one run; ratios are what counts.") { name, json, folder, language, entries, seconds, repeats, check };
        root.SetAction((result, cancellationToken) =>
        {
            if (result.GetValue(check))
                return Task.FromResult(0);
            TimeSpan? span = result.GetValue(seconds) is { } count ? TimeSpan.FromSeconds(count) : null;
            var benchmark = All[result.GetRequiredValue(name)](new BenchOptions(result.GetValue(entries), span, result.GetValue(repeats)));
            return MeasureAsync(benchmark, result.GetRequiredValue(folder), result.GetValue(json), cancellationToken);
        });
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync();
        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync($"./edge bench: {error.Message}");
        await Console.Error.WriteLineAsync($"Usage: ./edge bench NAME [--json], NAME one of: {Names}");
        return WrongUsage;
    }

    private static async Task<int> MeasureAsync(IBenchmark benchmark, string parent, bool json, CancellationToken cancellationToken)
    {
        try
        {
            using var folder = new MeasuredFolder(parent);
            var report = await benchmark.RunAsync(folder.Path, Console.Error.WriteLine, cancellationToken);
            await Console.Out.WriteLineAsync(json ? report.ToJson() : report.ToTable());
            return 0;
        }
        catch (Exception e) when (e is BenchException or IOException or UnauthorizedAccessException or TimeoutException or InvalidOperationException or Edge.Store.StoreException)
        {
            await Console.Error.WriteLineAsync($"./edge bench: {e.Message}");
            return NotMeasured;
        }
    }

    private static Option<int?> AtLeastOne(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description };
        option.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int?>() is < 1)
                r.AddError($"{name} is at least 1.");
        });
        return option;
    }
}
