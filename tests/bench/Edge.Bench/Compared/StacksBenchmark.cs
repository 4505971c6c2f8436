using System.Globalization;
using Edge.Bench.Reports;

namespace Edge.Bench.Compared;

/// <summary>Both stacks beside each other: the benchmarks of what stands under the ports, by the program built on each, in turn.</summary>
internal sealed class StacksBenchmark(BenchOptions options) : IBenchmark
{
    private const string System = "system", Managed = "managed";

    /// <summary>What changes with the stack, and in how many turns it is measured; each turn has repeats of its own.</summary>
    private static readonly (string Name, int Turns)[] Compared = [("ingest", 2), ("mqtt", 2), ("wear", 1), ("footprint", 1)];

    public async Task<BenchReport> RunAsync(string folder, Action<string> progress, CancellationToken cancellationToken)
    {
        StackBuild[] builds = [StackBuild.Find(System), StackBuild.Find(Managed, Managed)];
        var figures = new List<Figure>();
        foreach (var (name, turns) in Compared)
        {
            var found = builds.ToDictionary(b => b.Name, _ => new List<Dictionary<string, double>>());
            for (var turn = 0; turn < turns; turn++)
            {
                // There and back, so that what changes on the machine meanwhile falls on both.
                foreach (var build in turn % 2 == 0 ? builds : builds.Reverse())
                {
                    progress($"[{build.Name}]");
                    found[build.Name].Add(await build.MeasureAsync(Arguments(name, folder), progress, cancellationToken));
                }
            }

            figures.AddRange(found[System][0].Keys.Intersect(found[Managed][0].Keys).Where(k => k != "repeats").SelectMany(key => Beside(name, key, found)));
            figures.AddRange(found[Managed][0].Keys.Except(found[System][0].Keys).Select(key => Alone(name, key, found[Managed])));
        }

        return new BenchReport(
            "stacks: what stands under the ports, built as system and as managed, measured in turn",
            Compared.Max(c => c.Turns),
            figures,
            [$"Of {string.Join(" and ", Compared.Where(c => c.Turns > 1).Select(c => c.Name))} the median of {Compared.Max(c => c.Turns)} turns, of the others one; each has repeats of its own (./edge bench NAME says them)."]);
    }

    private string[] Arguments(string name, string folder) => (name, options.Span) switch
    {
        ("wear", { } span) => [name, "--dir", folder, "--seconds", span.TotalSeconds.ToString(CultureInfo.InvariantCulture)],
        ("footprint", _) => [name, "--dir", folder, "--repeats", "1"],
        _ => [name, "--dir", folder],
    };

    private static IEnumerable<Figure> Beside(string name, string key, Dictionary<string, List<Dictionary<string, double>>> found)
    {
        var system = Median.Of(found[System].Select(f => f[key]));
        var managed = Median.Of(found[Managed].Select(f => f[key]));
        yield return new($"{name}.{key}.{System}", $"{name} {key}, {System}", system, 2);
        yield return new($"{name}.{key}.{Managed}", $"{name} {key}, {Managed}", managed, 2, system == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{managed / system:N2} of {System}"));
    }

    private static Figure Alone(string name, string key, List<Dictionary<string, double>> found) =>
        new($"{name}.{key}.{Managed}", $"{name} {key}, {Managed} alone", Median.Of(found.Select(f => f[key])), 2);
}
