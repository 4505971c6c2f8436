namespace Edge.Fuzz.Runs;

/// <summary>What an input can show to be wrong with a parser.</summary>
internal enum FailureKind
{
    /// <summary>Another exception than the documented one left it.</summary>
    Threw,

    /// <summary>It accepted another form than the one it writes.</summary>
    NotCanonical,

    /// <summary>It allocated more than its bound.</summary>
    Allocated,

    /// <summary>It took longer than its bound.</summary>
    Slow,

    /// <summary>Two readings of the same input differ.</summary>
    NotDeterministic,

    /// <summary>It accepted what it must not.</summary>
    Unsound,
}
