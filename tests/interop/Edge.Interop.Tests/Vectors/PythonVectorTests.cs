using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Edge.Interop.Tests.Peers;
using Edge.Testing;

namespace Edge.Interop.Tests.Vectors;

/// <summary>SPEC.md and its vectors are enough: a verifier written from them alone, in another language, agrees with every vector.</summary>
public sealed partial class PythonVectorTests
{
    private static readonly string Vectors = Path.Combine(Programs.RepositoryRoot, "ledger-client", "vectors");

    [PythonFact]
    public async Task A_stranger_accepts_every_valid_vector_and_refuses_every_invalid_one()
    {
        var (code, answer, error) = await PythonPeer.Run("edge_verifier.vectors", Vectors);
        Assert.True(code == 0, string.Join('\n', [.. answer, .. error]));
        var sum = Sum().Match(answer[^1]);
        Assert.True(sum.Success, answer[^1]);
        Assert.True(int.Parse(sum.Groups[1].Value, CultureInfo.InvariantCulture) > 800, $"only {sum.Groups[1].Value} vectors were run");
    }

    [PythonFact]
    public async Task A_strangers_own_arithmetic_gives_the_standards_answers()
    {
        var (code, answer, error) = await PythonPeer.Run("edge_verifier.known_answers");
        Assert.True(code == 0, string.Join('\n', [.. answer, .. error]));
    }

    [PythonFact]
    public async Task A_vector_that_is_wrong_is_noticed_by_a_stranger()
    {
        using var folder = new TemporaryDirectory();
        foreach (var file in Directory.EnumerateFiles(Vectors, "*.json"))
            File.Copy(file, folder.File(Path.GetFileName(file)));
        var trees = folder.File("trees.json");
        var root = JsonNode.Parse(await File.ReadAllTextAsync(trees))!;
        var section = root.AsObject().First(s => s.Value is JsonArray { Count: > 0 }).Value!.AsArray();
        section.Add(section[0]!.DeepClone());
        var text = section[^1]!.AsObject().First(f => f.Value is JsonValue v && v.TryGetValue<string>(out var hex) && hex.Length == 64);
        section[^1]![text.Key] = new string('0', 64);
        await File.WriteAllTextAsync(trees, root.ToJsonString());

        var (code, _, _) = await PythonPeer.Run("edge_verifier.vectors", folder.Path);

        Assert.Equal(1, code);
    }

    [GeneratedRegex(@"\A(\d+) vectors passed, 0 failed\z")]
    private static partial Regex Sum();
}
