namespace Edge.Demo.Evidence;

/// <summary>Where the values of a channel come from while a recording is replayed.</summary>
public enum ChannelOrigin
{
    /// <summary>A column of the recording.</summary>
    Recording,

    /// <summary>The recording's mapping has it, but no column: a device works it out, or it is a signal of the mapping.</summary>
    Beside,

    /// <summary>The bench, which fills in for the domains that the recording lacks.</summary>
    Bench,
}
