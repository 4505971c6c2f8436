using System.Globalization;

namespace Edge.Bench.Audit;

/// <summary>What a child process measured of itself.</summary>
/// <param name="Seconds">From its own start of the work to its end.</param>
/// <param name="PeakMegabytes">Its peak resident memory (VmHWM), MB (10^6 bytes).</param>
/// <param name="Bytes">Bytes of the files read.</param>
internal sealed record AuditRound(double Seconds, double PeakMegabytes, long Bytes)
{
    public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{Seconds:R} {PeakMegabytes:R} {Bytes}");

    public static AuditRound Parse(string line) => line.Split(' ') is [var seconds, var peak, var bytes]
        ? new AuditRound(double.Parse(seconds, CultureInfo.InvariantCulture), double.Parse(peak, CultureInfo.InvariantCulture), long.Parse(bytes, CultureInfo.InvariantCulture))
        : throw new BenchException($"The measuring process said \"{line}\".");
}
