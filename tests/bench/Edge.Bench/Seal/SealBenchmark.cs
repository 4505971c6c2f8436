using Edge.Bench.Machine;
using Edge.Bench.Reports;
using Edge.Processes;

namespace Edge.Bench.Seal;

/// <summary><c>seal</c>: from entries to the root of their tree, beside the plain ways to hash as much; with fewer lanes as well, as the runtime's switches leave them.</summary>
internal sealed class SealBenchmark : IBenchmark
{
    // https://learn.microsoft.com/dotnet/core/runtime-config/hardware
    private static readonly string?[] SwitchedOff = [null, "DOTNET_EnableAVX512", "DOTNET_EnableAVX2"];

    public async Task<BenchReport> RunAsync(string folder, Action<string> progress, CancellationToken cancellationToken)
    {
        var core = OneCore.Pin();
        var results = new List<SealResult>();
        foreach (var off in SwitchedOff)
        {
            var result = await MeasureAsync(off, cancellationToken);
            progress(FormattableString.Invariant($"  {result.Lanes} lanes: {result.LeavesPerSecond:N0} leaves/s"));
            if (results.TrueForAll(r => r.Lanes != result.Lanes))
                results.Add(result);
        }

        return Report(results[0], [.. results.Skip(1)], core);
    }

    private static async Task<SealResult> MeasureAsync(string? off, CancellationToken cancellationToken)
    {
        var environment = off is null ? null : new Dictionary<string, string?> { [off] = "0" };
        await using var child = ChildProcess.Start(Environment.ProcessPath!, [SealChild.Verb], environment: environment);
        var code = await child.WaitForExit(TimeSpan.FromMinutes(10), cancellationToken);
        return code == 0 && child.Output.All is [var line] ? SealResult.Parse(line) : throw new BenchException($"Measuring failed: {child.Error}");
    }

    private static BenchReport Report(SealResult widest, IReadOnlyList<SealResult> narrower, int core) => new(
        $"seal: trees of {SealRounds.Leaves:N0} entries of {SealRounds.EntryLength} bytes, from the entries to the root, one core (core {core}), in turn with plain hashing",
        SealRounds.Repeats,
        [
            new("leaves_per_second", "leaves/s", widest.LeavesPerSecond, 0, "leaves and nodes, 4 compression blocks each"),
            new("ratio_hashdata", "ratio to SHA256.HashData", widest.RatioHashData, 1, "the same tree, a call per leaf and node"),
            new("ratio_one_stream", "ratio to one SHA-256 stream", widest.RatioOneStream, 2, "over as many compression blocks"),
            new("lanes", "messages side by side", widest.Lanes, 0),
            new("allocated_bytes_per_leaf", "managed bytes per leaf", widest.AllocatedPerLeaf, 3),
            .. narrower.SelectMany(Narrower),
        ],
        ["Processor time, so that others on the machine count little.", "Fewer lanes: the same with the wider ones switched off by the runtime's own switches, each in a process of its own."]);

    private static IEnumerable<Figure> Narrower(SealResult result) =>
    [
        new($"narrower.{result.Lanes}.leaves_per_second", $"{result.Lanes} lanes: leaves/s", result.LeavesPerSecond, 0),
        new($"narrower.{result.Lanes}.ratio_hashdata", $"{result.Lanes} lanes: ratio to SHA256.HashData", result.RatioHashData, 1),
        new($"narrower.{result.Lanes}.ratio_one_stream", $"{result.Lanes} lanes: ratio to one stream", result.RatioOneStream, 2),
    ];
}
