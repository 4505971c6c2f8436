namespace Edge.Ledger.Mqtt.Anchoring;

/// <summary>The topics of the protocol: <c>edge/v1/&lt;id&gt;/&lt;kind&gt;</c>, the id being a gateway's or the city's domain.</summary>
/// <param name="Id">The log's <see cref="City.LogOrigin.TopicId"/>.</param>
/// <param name="Kind">anchor, cosignature, receipt, entries or held.</param>
public readonly record struct EdgeTopic(string Id, string Kind)
{
    /// <summary>A log's signed checkpoints, on their way to the departments.</summary>
    public const string AnchorKind = "anchor";

    /// <summary>Departments' cosignatures.</summary>
    public const string CosignatureKind = "cosignature";

    /// <summary>Receipts from the city log, refusals from departments.</summary>
    public const string ReceiptKind = "receipt";

    /// <summary>A gateway's entries, on their way to a historian.</summary>
    public const string EntriesKind = "entries";

    /// <summary>What the historian holds of them.</summary>
    public const string HeldKind = "held";

    /// <summary>The newest block, retained.</summary>
    public const string Blocks = "edge/v1/blocks";

    private const string Prefix = "edge/v1/";

    /// <summary>The filter for one kind of every log.</summary>
    public static string Every(string kind) => $"{Prefix}+/{kind}";

    /// <summary>Reads a topic; null if it is not one of these.</summary>
    public static EdgeTopic? TryParse(string topic)
    {
        if (!topic.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var parts = topic[Prefix.Length..].Split('/', 3);
        return parts is [{ Length: > 0 } id, AnchorKind or CosignatureKind or ReceiptKind or EntriesKind or HeldKind] ? new EdgeTopic(id, parts[1]) : null;
    }

    /// <summary>The topic as MQTT carries it.</summary>
    public override string ToString() => $"{Prefix}{Id}/{Kind}";
}
