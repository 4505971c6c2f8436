namespace Edge.Ledger.Entries;

/// <summary>An OPC UA status code. Source: OPC 10000-6 Annex A.2, published as <c>Schema/StatusCode.csv</c> of github.com/OPCFoundation/UA-Nodeset.</summary>
/// <param name="Code">Severity in its two highest bits: 00 good, 01 uncertain, 10 bad; without info bits.</param>
/// <param name="Name">The symbolic name.</param>
public readonly record struct OpcUaStatus(uint Code, string Name)
{
    public static OpcUaStatus Good { get; } = new(0x0000_0000, nameof(Good));

    public static OpcUaStatus Uncertain { get; } = new(0x4000_0000, nameof(Uncertain));

    public static OpcUaStatus Bad { get; } = new(0x8000_0000, nameof(Bad));

    /// <summary>What a code says by itself. Bad for the severity that is not in use.</summary>
    public Quality Quality => (Code >> 30) switch
    {
        0 => Quality.Good,
        1 => Quality.Uncertain,
        _ => Quality.Bad,
    };

    /// <summary>Name and code: "BadSensorFailure 0x808C0000".</summary>
    public override string ToString() => $"{Name} 0x{Code:X8}";
}
