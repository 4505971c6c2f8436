using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Edge.Gateway.Configuration;
using Edge.Gateway.Pipeline;
using Edge.Gateway.Time;
using Edge.Ledger.Mqtt.Anchoring;

namespace Edge.Gateway.Hosting;

/// <summary>The gateway's state as one JSON object on one line.</summary>
public sealed class StatusLine(
    GatewayConfiguration configuration, GatewayStatus status, AnchoringClient anchoring, SampleQueue queue, IGatewayClock clock, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string Write()
    {
        var anchor = anchoring.Status;
        var numbers = status.Numbers(clock.Monotonic(), anchor.AnchoredSize);
        return JsonSerializer.Serialize(
            new
            {
                Gateway = configuration.Origin.ToString(),
                Time = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture),
                numbers.Readings,
                numbers.Bad,
                Lost = queue.Lost,
                numbers.Size,
                numbers.Sealed,
                Anchored = anchor.AnchoredSize,
                LagSeconds = Math.Round(numbers.LagSeconds, 1),
                Connected = anchor.Link.IsConnected,
                Broker = anchor.Link.Problem,
                Block = anchor.Block?.Header.Height,
                Departments = anchor.Departments.ToDictionary(
                    d => d.Name, d => new { d.Size, SecondsAgo = d.HeardAt is { } at ? Math.Round(time.GetElapsedTime(at).TotalSeconds, 1) : (double?)null, d.Refusal }),
                Halted = anchor.Halted,
                NotBelieved = anchor.NotBelieved,
                LastNotBelieved = anchor.LastNotBelieved,
                Store = status.StoreTrouble,
                Clock = clock.Source.ToString(),
                AllocatedBytes = GC.GetTotalAllocatedBytes(precise: true),
                Channels = Channels(),
            },
            Json);
    }

    private Dictionary<string, object?> Channels()
    {
        var channels = new Dictionary<string, object?>();
        foreach (var (settings, sample) in configuration.Channels.Zip(status.Newest()))
            channels[settings.Name] = new { settings.Domain, settings.Unit, sample?.Value, Quality = sample?.Quality.ToString(), Reason = sample?.Reason.ToString() };
        return channels;
    }
}
