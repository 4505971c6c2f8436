using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Edge.Ledger.Tests.Vectors;
using Edge.Testing;

namespace Edge.Verify.Tests.Page;

/// <summary>The page's program is a second implementation of SPEC.md: it agrees with every vector of what it reads, by the browser's arithmetic and by its own.</summary>
public sealed partial class NodeVectorTests
{
    private const string Run = "checks/run.mjs";

    [NodeFact]
    public async Task It_agrees_with_every_vector_valid_and_invalid()
    {
        var (code, lines) = await PagePackages.Node(Run, PagePackages.Place, PagePackages.Vectors);
        Assert.True(code == 0, string.Join('\n', lines));
        var sums = lines.Select(line => Sum().Match(line)).Where(sum => sum.Success).ToArray();
        Assert.Equal(["native", "own"], sums.Select(sum => sum.Groups[1].Value).Order());
        Assert.All(sums, sum => Assert.True(int.Parse(sum.Groups[2].Value, CultureInfo.InvariantCulture) > 600, sum.Value));
    }

    [NodeFact]
    public async Task A_vector_that_is_wrong_is_noticed()
    {
        using var folder = new TemporaryDirectory();
        foreach (var file in Directory.EnumerateFiles(PagePackages.Vectors, "*.json"))
            File.Copy(file, folder.File(Path.GetFileName(file)));
        var evidence = JsonNode.Parse(await File.ReadAllTextAsync(folder.File("evidence.json")))!;
        evidence["cases"]![0]!["proved"]!["readings"]![0]!["not_after"] = 1;
        await File.WriteAllTextAsync(folder.File("evidence.json"), evidence.ToJsonString());

        var (code, lines) = await PagePackages.Node(Run, PagePackages.Place, folder.Path);

        Assert.Equal(1, code);
        Assert.Contains(lines, line => line.StartsWith("own: evidence.json cases #0", StringComparison.Ordinal));
    }

    [NodeFact]
    public async Task It_shows_any_value_and_any_name_as_edge_verify_does()
    {
        using var folder = new TemporaryDirectory();
        var random = new Random(20_261_129);
        await File.WriteAllTextAsync(folder.File("shown.json"), VectorFile.Text(ShownVectors.Of(Enumerable.Range(0, 20_000).Select(_ => AnyValue(random)), Enumerable.Range(0, 20_000).Select(_ => AnyName(random)))));

        var (code, lines) = await PagePackages.Node(Run, PagePackages.Place, folder.Path, "shown.json");

        Assert.True(code == 0, string.Join('\n', lines.Take(40)));
    }

    /// <summary>Halves of the last decimal, decimal fractions, and any bits.</summary>
    private static (double Value, double? Resolution) AnyValue(Random random)
    {
        var decimals = random.Next(14);
        double? resolution = random.Next(4) switch { 0 => null, 1 => random.NextDouble() * 10, _ => Math.Pow(10, -decimals) };
        var bits = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
        return (random.Next(4) switch
        {
            0 => (random.Next(-1_000_000, 1_000_000) + 0.5) / Math.Pow(2, Math.Min(decimals, 9)),
            1 => random.Next(-10_000_000, 10_000_000) / Math.Pow(10, decimals + 1),
            2 => Math.ScaleB(random.NextDouble() - 0.5, random.Next(-60, 80)),
            _ => double.IsFinite(bits) ? bits : 0,
        }, resolution);
    }

    private static string AnyName(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 6))
        .Select(_ => random.Next(3) switch { 0 => random.Next(0x20, 0x7F), 1 => random.Next(0x80, 0x3400), _ => random.Next(0xE000, 0x110000) }).Select(code => new Rune(code).ToString()));

    [NodeFact]
    public async Task Its_types_fit()
    {
        var (code, lines) = await PagePackages.Node(Path.Combine(PagePackages.Place, "node_modules/typescript/bin/tsc"), "-p", ".");
        Assert.True(code == 0, string.Join('\n', lines));
    }

    [GeneratedRegex(@"\A(native|own): (\d+) vectors passed, 0 failed\z")]
    private static partial Regex Sum();
}
