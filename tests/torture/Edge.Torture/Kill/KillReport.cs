using System.Globalization;
using System.Text.Json.Nodes;

namespace Edge.Torture.Kill;

/// <summary>What a run of kills came to.</summary>
/// <param name="InStart">Kills before the gateway could say anything.</param>
/// <param name="Entries">In the log at the end.</param>
/// <param name="Readings">Of these.</param>
/// <param name="Boots">Starts that reached the log.</param>
/// <param name="Announced">Different checkpoints heard on the broker.</param>
/// <param name="Faults">Whatever was not as it must be, as sentences.</param>
internal sealed record KillReport(ulong Seed, int Kills, int InStart, long Entries, long Readings, int Boots, int Announced, IReadOnlyList<string> Faults, TimeSpan Elapsed)
{
    public bool IsPassed => Faults.Count == 0;

    public JsonObject ToJson() => new()
    {
        ["torture"] = "kill",
        ["seed"] = Seed,
        ["kills"] = Kills,
        ["kills_in_start"] = InStart,
        ["entries"] = Entries,
        ["readings"] = Readings,
        ["boots"] = Boots,
        ["checkpoints_announced"] = Announced,
        ["faults"] = new JsonArray([.. Faults.Select(f => (JsonNode)f)]),
        ["passed"] = IsPassed,
        ["seconds"] = Math.Round(Elapsed.TotalSeconds, 1),
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Kills} kills in {Elapsed.TotalSeconds:F0} s, seed {Seed}; {InStart} of them before the gateway had said anything. The log: {Entries:N0} entries, {Readings:N0} readings, {Boots} boots; {Announced:N0} checkpoints were announced. Faults: {Faults.Count}. {(IsPassed ? "PASSED" : "FAILED")}");
}
