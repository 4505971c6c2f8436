using System.Text.Json;
using Edge.Ledger.Evidence;

namespace Edge.Fuzz.Seeds;

/// <summary>Evidence files of the vectors that are judged by the first policy, which <see cref="VectorKeys.Policy"/> is.</summary>
internal static class EvidenceSeeds
{
    /// <summary>Of version 1, unreadable ones too.</summary>
    public static byte[][] First { get; } = [.. Cases(_ => true).Where(f => !CompactEvidence.IsEvidence(f))];

    /// <summary>Of version 2, unreadable ones too.</summary>
    public static byte[][] Second { get; } = [.. Cases(_ => true).Where(f => CompactEvidence.IsEvidence(f))];

    /// <summary>Those of either version that prove what they say.</summary>
    public static byte[][] Valid { get; } = [.. Cases(verdict => verdict is "valid" or "valid_but")];

    private static IEnumerable<byte[]> Cases(Func<string, bool> verdict) =>
        from one in VectorSeeds.Evidence.GetProperty("cases").EnumerateArray()
        where one.GetProperty("policy").GetInt32() == 0 && verdict(Text(one, "verdict"))
        select Convert.FromBase64String(Text(one, "file"));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
