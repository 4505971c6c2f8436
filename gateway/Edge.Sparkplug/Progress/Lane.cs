namespace Edge.Sparkplug.Progress;

/// <summary>The two ways that entries go.</summary>
internal enum Lane
{
    /// <summary>What was committed since the birth: at once, as it is now.</summary>
    Live,

    /// <summary>All before that, oldest first, behind the live ones and as history.</summary>
    History,
}
