namespace Edge.Site.Ports;

/// <summary>What is asked for cannot be given; the message says why and what to do, in English.</summary>
public sealed class RefusedException(Refusal why, string message, TimeSpan? after = null) : Exception(message)
{
    public Refusal Why => why;

    /// <summary>When it may be worth asking again; null: not known.</summary>
    public TimeSpan? After => after;
}

/// <summary>Why not.</summary>
public enum Refusal
{
    /// <summary>There is no such thing.</summary>
    NotFound,

    /// <summary>Nothing was recorded then.</summary>
    NothingThere,

    /// <summary>The city does not hold it yet.</summary>
    NotAnchored,

    /// <summary>It was evicted, or is damaged.</summary>
    Gone,

    /// <summary>More than one answer may take.</summary>
    TooMuch,

    /// <summary>Others ask already.</summary>
    Busy,

    /// <summary>The settings do not say what it needs.</summary>
    NotSet,

    /// <summary>The log cannot be read now.</summary>
    Unreadable,
}
