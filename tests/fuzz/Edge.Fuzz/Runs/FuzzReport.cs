using System.Globalization;
using System.Text.Json.Nodes;

namespace Edge.Fuzz.Runs;

/// <summary>What one run over one parser came to.</summary>
/// <param name="Classes">Different refusals and acceptances seen.</param>
/// <param name="NearestToBound">The largest allocation, as a fraction of what is allowed.</param>
internal sealed record FuzzReport(
    string Target, ulong Seed, long Inputs, long Accepted, int Classes, TimeSpan Elapsed, TimeSpan Slowest, int SlowestLength, double NearestToBound, IReadOnlyList<Failure> Failures)
{
    public static string Heading => string.Create(CultureInfo.InvariantCulture, $"{"parser",-20} {"inputs",12} {"per s",9} {"accepted",9} {"classes",8} {"slowest",22} {"memory",7}  failures");

    public JsonObject ToJson() => new()
    {
        ["parser"] = Target,
        ["seed"] = Seed,
        ["inputs"] = Inputs,
        ["inputs_per_second"] = Math.Round(Inputs / Elapsed.TotalSeconds),
        ["accepted"] = Accepted,
        ["classes"] = Classes,
        ["slowest_microseconds"] = Math.Round(Slowest.TotalMicroseconds, 1),
        ["slowest_bytes"] = SlowestLength,
        ["memory_of_bound"] = Math.Round(NearestToBound, 3),
        ["failures"] = new JsonArray([.. Failures.Select(f => (JsonNode)new JsonObject { ["kind"] = $"{f.Kind}", ["detail"] = f.Detail })]),
    };

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Target,-20} {Inputs,12:N0} {Inputs / Elapsed.TotalSeconds,9:N0} {(double)Accepted / Inputs,9:P1} {Classes,8} {$"{Slowest.TotalMicroseconds:N0} us / {SlowestLength:N0} B",22} {NearestToBound,7:P0}  {Failures.Count}");
}
