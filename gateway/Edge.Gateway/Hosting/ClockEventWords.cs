using Edge.Gateway.Time;

namespace Edge.Gateway.Hosting;

/// <summary>What happened to the clock, for the operator's log.</summary>
internal static class ClockEventWords
{
    public static string Of(ClockEvent what) => what switch
    {
        ClockEvent.Gained => "somebody vouches for it again",
        ClockEvent.Lost => "nobody vouches for it any more",
        ClockEvent.SourceChanged => "somebody else vouches for it",
        ClockEvent.Stepped => "it was set",
        ClockEvent.Drifted => "it moved by and by",
        ClockEvent.Leapt => "a leap second",
        _ => what.ToString(),
    };
}
