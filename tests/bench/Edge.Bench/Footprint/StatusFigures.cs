using System.Text.Json;
using Edge.Processes;

namespace Edge.Bench.Footprint;

/// <summary>What the gateway says of itself on a status line.</summary>
internal sealed record StatusFigures(long Readings, long Bad, long Allocated)
{
    /// <summary>Waits for the next line after those there are.</summary>
    public static async Task<StatusFigures> NextAsync(ChildProcess gateway, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var status = JsonDocument.Parse(await gateway.WaitForLine(_ => true, limit, gateway.Output.All.Count, cancellationToken));
        return new StatusFigures(Number("readings"), Number("bad"), Number("allocated_bytes"));

        long Number(string name) => status.RootElement.GetProperty(name).GetInt64();
    }
}
