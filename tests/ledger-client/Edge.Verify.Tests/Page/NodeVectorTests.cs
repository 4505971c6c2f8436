using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
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
    public async Task Its_types_fit()
    {
        var (code, lines) = await PagePackages.Node(Path.Combine(PagePackages.Place, "node_modules/typescript/bin/tsc"), "-p", ".");
        Assert.True(code == 0, string.Join('\n', lines));
    }

    [GeneratedRegex(@"\A(native|own): (\d+) vectors passed, 0 failed\z")]
    private static partial Regex Sum();
}
