using System.Text.Json;
using Edge.Gateway.Health;
using Edge.Processes;

namespace Edge.Bench.Sampling;

/// <summary>What a gateway says of itself on two status lines, and the kernel of it between them.</summary>
/// <param name="Before">The first line.</param>
/// <param name="After">The second.</param>
/// <param name="CpuPercent">Of one core.</param>
internal sealed record SamplingFigures(GatewayHealth Before, GatewayHealth After, double CpuPercent)
{
    public double Seconds => After.UptimeSeconds - Before.UptimeSeconds;

    public double ReadingsPerSecond => (After.Readings - Before.Readings) / Seconds;

    /// <summary>Managed bytes per second, of the whole process.</summary>
    public double AllocatedPerSecond => (After.AllocatedBytes - Before.AllocatedBytes) / Seconds;

    /// <summary>Managed bytes per reading, of the whole process.</summary>
    public double Allocated => AllocatedPerSecond / ReadingsPerSecond;

    /// <summary>Managed bytes that each reading more costs: against a run with fewer.</summary>
    public double AllocatedMoreThan(SamplingFigures fewer) => (AllocatedPerSecond - fewer.AllocatedPerSecond) / (ReadingsPerSecond - fewer.ReadingsPerSecond);

    /// <summary>Rounds that were left out, of some devices.</summary>
    public long Missed(IEnumerable<string> places) => places.Sum(p => After.Devices[p].MissedRounds - Before.Devices[p].MissedRounds);

    /// <summary>Rounds a second of one device.</summary>
    public double RoundsPerSecond(string place) => (After.Devices[place].Rounds - Before.Devices[place].Rounds) / Seconds;

    /// <summary>Readings without a value, of all devices but one; and those that did not fit.</summary>
    public long Absent(string? but) => After.Lost - Before.Lost + Places(but).Sum(p => After.Devices[p].Absent - Before.Devices[p].Absent);

    /// <summary>Litres that the meter counted.</summary>
    public double Volume => (After.Channels["volume"].Value - Before.Channels["volume"].Value) ?? 0;

    /// <summary>The worst of some devices, ms: a half of its rounds, and 99 in 100, began no later.</summary>
    public (double P50, double P99) Jitter(IEnumerable<string> places) =>
        (places.Max(p => After.Devices[p].JitterP50Milliseconds) ?? 0, places.Max(p => After.Devices[p].JitterP99Milliseconds) ?? 0);

    /// <summary>Waits for the next line after those there are.</summary>
    public static async Task<GatewayHealth> NextAsync(ChildProcess gateway, TimeSpan limit, CancellationToken cancellationToken) =>
        HealthJson.Read(await gateway.WaitForLine(_ => true, limit, gateway.Output.All.Count, cancellationToken)) ?? throw new JsonException("A status line is no gateway's health.");

    private IEnumerable<string> Places(string? but) => After.Devices.Keys.Where(p => p != but);
}
