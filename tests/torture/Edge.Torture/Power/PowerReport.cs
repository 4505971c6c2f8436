using System.Globalization;
using System.Text.Json.Nodes;

namespace Edge.Torture.Power;

/// <summary>What a run of power cuts came to.</summary>
/// <param name="Lost">Acknowledged entries that were not there after a cut, or had other bytes.</param>
/// <param name="Faults">Whatever was not as it must be, lost entries among it.</param>
internal sealed record PowerReport(ulong Seed, int Cuts, AcknowledgedSum Acknowledged, long Lost, IReadOnlyList<string> Faults, IReadOnlyList<ControlSum> Controls, TimeSpan Elapsed)
{
    /// <summary>Nothing was lost, and a rig that loses nothing from anyone would have been noticed.</summary>
    public bool IsPassed => Faults.Count == 0 && Lost == 0 && RigCounts;

    /// <summary>Every control lost something.</summary>
    public bool RigCounts => Controls.Count > 0 && Controls.All(c => c.FailedAsItMust);

    public JsonObject ToJson() => new()
    {
        ["torture"] = "power",
        ["seed"] = Seed,
        ["cuts"] = Cuts,
        ["acknowledged"] = new JsonObject { ["entries"] = Acknowledged.Entries, ["checkpoints"] = Acknowledged.Checkpoints, ["receipts"] = Acknowledged.Receipts, ["states"] = Acknowledged.States },
        ["lost"] = Lost,
        ["faults"] = new JsonArray([.. Faults.Select(f => (JsonNode)f)]),
        ["controls"] = new JsonArray([.. Controls.Select(c => (JsonNode)new JsonObject { ["name"] = c.Name, ["failed_as_it_must"] = c.FailedAsItMust, ["cuts"] = c.Cuts, ["found"] = c.Found })]),
        ["passed"] = IsPassed,
        ["seconds"] = Math.Round(Elapsed.TotalSeconds, 1),
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Cuts} power cuts in {Elapsed.TotalSeconds:F0} s, seed {Seed}. Acknowledged: {Acknowledged}. Lost: {Lost} entries; {Faults.Count} faults. Controls that failed as they must: {Controls.Count(c => c.FailedAsItMust)} of {Controls.Count}. {Verdict}");

    private string Verdict => IsPassed ? "PASSED" : RigCounts ? "FAILED" : "THE RIG DOES NOT COUNT: a control lost nothing";
}
