using System.Globalization;
using System.Text.Json.Nodes;

namespace Edge.Torture.Month;

/// <summary>What a time without the city came to.</summary>
/// <param name="Readings">Brought by the sensors.</param>
/// <param name="Entries">In the log at the end.</param>
/// <param name="AnchorBytes">The one anchor that caught up: the add-checkpoint body with its consistency proof.</param>
/// <param name="DiskBytes">That the log took.</param>
/// <param name="ForetoldBytes">What <c>edge config check</c> foretells for that time.</param>
/// <param name="Memory">Over the run.</param>
/// <param name="Faults">Whatever was not as it must be, as sentences.</param>
internal sealed record MonthReport(
    double Days, long Readings, long Seals, ulong Entries, int AnchorBytes, long DiskBytes, double ForetoldBytes, MemoryCourse Memory, IReadOnlyList<string> Faults, TimeSpan Elapsed)
{
    private const double Mega = 1e6;

    public bool IsPassed => Faults.Count == 0;

    public JsonObject ToJson() => new()
    {
        ["torture"] = "month",
        ["days"] = Days,
        ["readings"] = Readings,
        ["seals"] = Seals,
        ["entries"] = Entries,
        ["anchor_bytes"] = AnchorBytes,
        ["disk_bytes"] = DiskBytes,
        ["foretold_bytes"] = Math.Round(ForetoldBytes),
        ["managed_mb"] = Math.Round(Memory.MostManaged / Mega, 1),
        ["managed_growth_mb"] = Math.Round(Memory.Growth.Managed / Mega, 2),
        ["rss_mb"] = Math.Round(Memory.MostResident / Mega, 1),
        ["rss_growth_mb"] = Math.Round(Memory.Growth.Resident / Mega, 2),
        ["faults"] = new JsonArray([.. Faults.Select(f => (JsonNode)f)]),
        ["passed"] = IsPassed,
        ["seconds"] = Math.Round(Elapsed.TotalSeconds, 1),
    };

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Days} days without the city in {Elapsed.TotalSeconds:F0} s: {Readings:N0} readings, {Seals:N0} seals, {Entries:N0} entries. One anchor of {AnchorBytes:N0} bytes caught up. On disk {DiskBytes / Mega:N1} MB, foretold {ForetoldBytes / Mega:N1} MB ({DiskBytes / ForetoldBytes - 1:+0.0%;-0.0%}). Managed memory at most {Memory.MostManaged / Mega:N1} MB, {Memory.Growth.Managed / Mega:+0.0;-0.0} MB in the second half; resident {Memory.MostResident / Mega:N1} MB, {Memory.Growth.Resident / Mega:+0.0;-0.0} MB. Faults: {Faults.Count}. {(IsPassed ? "PASSED" : "FAILED")}");
}
