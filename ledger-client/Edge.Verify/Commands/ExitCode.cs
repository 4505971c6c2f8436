namespace Edge.Verify.Commands;

/// <summary>What the process ends with.</summary>
public enum ExitCode
{
    /// <summary>Proved, perhaps with reservations.</summary>
    Valid = 0,

    /// <summary>Not proved; the reason was given.</summary>
    Invalid = 1,

    /// <summary>A file cannot be read, or the command was used wrongly: nothing was checked.</summary>
    NotChecked = 2,
}
