namespace Edge.Verify.Outputs;

/// <summary>What is written to a file of the user's choice.</summary>
public enum OutputKind
{
    /// <summary>The page of <c>--html</c>.</summary>
    Report,

    /// <summary>The file of <c>accuse --out</c>.</summary>
    Accusation,

    /// <summary>The file of <c>page --out</c>.</summary>
    VerifierPage,
}
