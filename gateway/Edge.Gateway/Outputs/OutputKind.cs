namespace Edge.Gateway.Outputs;

/// <summary>What a file that is asked for will hold.</summary>
public enum OutputKind
{
    Evidence,

    /// <summary>A COSE receipt, or an entry with one.</summary>
    Receipt,

    /// <summary>An entry's bytes alone.</summary>
    Entry,

    /// <summary>A commissioning report.</summary>
    Report,
}
