using System.Globalization;

namespace Edge.Bench.Seal;

/// <summary>What came out at one width: medians.</summary>
/// <param name="Lanes">Messages side by side.</param>
/// <param name="LeavesPerSecond">Leaves sealed, their nodes included.</param>
/// <param name="RatioHashData">How much faster than a call of <c>SHA256.HashData</c> per leaf and node.</param>
/// <param name="RatioOneStream">How much faster than one stream over as many blocks.</param>
/// <param name="AllocatedPerLeaf">Managed bytes.</param>
internal sealed record SealResult(int Lanes, double LeavesPerSecond, double RatioHashData, double RatioOneStream, double AllocatedPerLeaf)
{
    public string ToLine() =>
        string.Create(CultureInfo.InvariantCulture, $"{Lanes} {LeavesPerSecond:R} {RatioHashData:R} {RatioOneStream:R} {AllocatedPerLeaf:R}");

    public static SealResult Parse(string line) => line.Split(' ') is [var lanes, var leaves, var hashData, var oneStream, var allocated]
        ? new SealResult(int.Parse(lanes, CultureInfo.InvariantCulture), Number(leaves), Number(hashData), Number(oneStream), Number(allocated))
        : throw new BenchException($"The measuring process said \"{line}\".");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
