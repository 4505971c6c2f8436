namespace Edge.Gateway.Time;

/// <summary>Why a clock correction is written.</summary>
public enum ClockEvent
{
    /// <summary>Nobody vouched for wall time, now somebody does.</summary>
    Gained,

    /// <summary>Nobody vouches for it any more.</summary>
    Lost,

    /// <summary>Somebody else vouches for it.</summary>
    SourceChanged,

    /// <summary>It was set, by more than was uncertain.</summary>
    Stepped,

    /// <summary>By and by it moved farther than was uncertain.</summary>
    Drifted,

    /// <summary>A leap second.</summary>
    Leapt,
}
