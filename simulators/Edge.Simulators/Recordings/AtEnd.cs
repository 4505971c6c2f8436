namespace Edge.Simulators.Recordings;

/// <summary>What follows the last row.</summary>
public enum AtEnd
{
    /// <summary>It stays.</summary>
    Hold,

    /// <summary>The first row again.</summary>
    Loop,

    /// <summary>The simulator ends.</summary>
    Stop,
}
