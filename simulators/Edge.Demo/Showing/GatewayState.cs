using System.Text.Json;
using System.Text.Json.Serialization;

namespace Edge.Demo.Showing;

/// <summary>The gateway's status line, read.</summary>
public sealed record GatewayState
{
    public long Readings { get; init; }

    public ulong Size { get; init; }

    public ulong Sealed { get; init; }

    public ulong Anchored { get; init; }

    public double LagSeconds { get; init; }

    public bool Connected { get; init; }

    public ulong? Block { get; init; }

    public string? Halted { get; init; }

    public long NotBelieved { get; init; }

    public string? LastNotBelieved { get; init; }

    public IReadOnlyDictionary<string, DepartmentState> Departments { get; init; } = new Dictionary<string, DepartmentState>();

    public IReadOnlyDictionary<string, ChannelState> Channels { get; init; } = new Dictionary<string, ChannelState>();

    /// <summary>Departments that answered within the last five seconds.</summary>
    [JsonIgnore]
    public int Answering => Departments.Values.Count(d => d.SecondsAgo < 5);

    public static GatewayState Read(string line) => JsonSerializer.Deserialize<GatewayState>(line, Form)!;

    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public sealed record DepartmentState(ulong Size, double? SecondsAgo, string? Refusal);

    public sealed record ChannelState(string Domain, string Unit, double? Value, string? Quality, string? Reason);
}
