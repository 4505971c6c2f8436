using System.Text.Json.Nodes;
using Edge.Processes;
using Edge.Testing;

namespace Edge.Bench.Compared;

/// <summary>This benchmark program, built on one of the stacks.</summary>
/// <param name="Name">The stack.</param>
/// <param name="Program">Path of the program.</param>
internal sealed record StackBuild(string Name, string Program)
{
    private static readonly TimeSpan Limit = TimeSpan.FromHours(1);

    /// <exception cref="BenchException">It is not built; the message says how to.</exception>
    public static StackBuild Find(string stack, params string[] place)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var program = Path.Combine([Programs.RepositoryRoot, "artifacts", .. place, "bin", "Edge.Bench", configuration, "edge-bench"]);
        return File.Exists(program) ? new(stack, program) : throw new BenchException($"The stack {stack} is not built. Run ./edge bench stacks, which does it.");
    }

    /// <summary>Runs one benchmark in a process of its own.</summary>
    /// <returns>Its figures by their keys, with a dot where one stands in an object within.</returns>
    /// <exception cref="BenchException">It could not be measured.</exception>
    public async Task<Dictionary<string, double>> MeasureAsync(IReadOnlyList<string> arguments, Action<string> progress, CancellationToken cancellationToken)
    {
        await using var process = ChildProcess.Start(Program, [.. arguments, "--json"]);
        var told = 0;
        while (await process.Error.Find(_ => true, told, cancellationToken) is { } line)
        {
            told++;
            progress(line);
        }

        return await process.WaitForExit(Limit, cancellationToken) == 0
            ? Flat(JsonNode.Parse(process.Output.All[^1])!.AsObject(), "").ToDictionary(f => f.Key, f => f.Value)
            : throw new BenchException($"{string.Join(' ', arguments)} could not be measured on the stack {Name}.");
    }

    private static IEnumerable<(string Key, double Value)> Flat(JsonObject figures, string prefix) => figures.SelectMany(figure => figure.Value switch
    {
        JsonObject inner => Flat(inner, $"{prefix}{figure.Key}."),
        JsonValue value when value.TryGetValue<double>(out var number) => [(prefix + figure.Key, number)],
        _ => [],
    });
}
