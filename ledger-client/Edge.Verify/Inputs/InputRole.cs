namespace Edge.Verify.Inputs;

/// <summary>What a file was given as.</summary>
public enum InputRole
{
    Evidence,
    Policy,

    /// <summary>A log as a folder of tiles.</summary>
    Log,

    /// <summary>The entry that a receipt is about.</summary>
    Entry,
}
