using System.Globalization;
using Edge.Ledger.Notes;

namespace Edge.Demo.Towns;

/// <summary>What a town is made of.</summary>
public sealed record TownPlan
{
    public string City { get; init; } = "city.example";

    public string GatewayId { get; init; } = "water-gw-0001";

    /// <summary>Whether the gateway's log is built with SM3; its key is then of SM2.</summary>
    public bool BuiltWithSm3 { get; init; }

    /// <summary>The type of the gateway's and the city log's keys.</summary>
    public KeyType LogKeys { get; init; } = KeyType.Ed25519;

    /// <summary>Four: one of them may be gone.</summary>
    public IReadOnlyList<string> Departments { get; init; } = ["water", "energy", "environment", "justice"];

    /// <summary>CSV recording to replay; null: the built-in bench alone.</summary>
    public string? Recording { get; init; }

    /// <summary>How to read it; null: the mapping that knows its header.</summary>
    public string? Mapping { get; init; }

    /// <summary>Times real time; null: one row a second.</summary>
    public string? Speed { get; init; }

    /// <summary>In which the programs speak to people: en or zh.</summary>
    public string Language { get; init; } = "en";

    public ulong Seed { get; init; } = 1;

    /// <summary>Age at which the gateway closes a batch.</summary>
    public string SealAge { get; init; } = "1s";

    /// <summary>Age at which the gateway makes readings durable.</summary>
    public string CommitAge { get; init; } = "500ms";

    /// <summary>Time between the readings of the sensors that are read twice a second unless this is given.</summary>
    public string? Period { get; init; }

    /// <summary>Wait for a receipt before trying again.</summary>
    public string AnswerTimeout { get; init; } = "3s";

    /// <summary>Bytes per second at which a backlog goes to the town's historian; null: it has none.</summary>
    public string? HistorianRate { get; init; }

    /// <summary>Port of this machine on which the gateway shows its site page; null: on none.</summary>
    public int? SitePort { get; init; }

    /// <summary>Where that page is.</summary>
    public string? SiteAddress => SitePort is { } port ? string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}") : null;

    /// <summary>The gateway's program; null: the one of the build.</summary>
    public string? GatewayProgram { get; init; }

    public string Origin => BuiltWithSm3 ? $"{City}/sm3/{GatewayId}" : $"{City}/{GatewayId}";
}
