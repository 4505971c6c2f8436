namespace Edge.Ledger.Text;

/// <summary>
/// How a gateway's log says in English that something at a channel is over: whoever writes such sentences makes them of these parts, and whoever reads a log knows
/// ends by them.
/// </summary>
public static class AlarmText
{
    /// <summary>Of a value that came back.</summary>
    public const string WithinLimits = " is within limits again";

    /// <summary>Behind a sentence: the run before left it open, and this one found it over.</summary>
    public const string EndedUnwatched = ", ended while not watched";

    /// <summary>Behind a sentence: the configuration has nothing any more that would see its end.</summary>
    public const string NoLongerWatched = ", no longer watched";

    /// <summary>Of a leak, where it was seen to end.</summary>
    public const string DryAgain = "dry again";

    /// <summary>Of a leak, where it was found.</summary>
    public const string Dry = "leak: dry";

    /// <summary>Of a door or a tamper contact that was open for less than a round.</summary>
    public const string ClosedAgain = "closed again";

    /// <summary>Of a door, where it was seen.</summary>
    public const string DoorClosed = "door closed";

    /// <summary>Of a door, where it was found.</summary>
    public const string DoorIsClosed = "door is closed";

    /// <summary>Of a tamper contact, where it was seen.</summary>
    public const string TamperClosed = "tamper contact closed";

    /// <summary>Of a tamper contact, where it was found.</summary>
    public const string TamperIsClosed = "tamper contact is closed";

    /// <summary>Of a contact without a level that lasts: no end and no beginning, it is what it was before once it does no more.</summary>
    public const string Chatters = " chatters";

    private static readonly string[] Ends =
        [WithinLimits, EndedUnwatched, NoLongerWatched, DryAgain, Dry, ClosedAgain, DoorClosed, DoorIsClosed, TamperClosed, TamperIsClosed];

    /// <summary>Whether a sentence tells that something is over.</summary>
    public static bool IsEnd(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Ends.Any(end => text.Contains(end, StringComparison.Ordinal));
    }

    /// <summary>Whether it tells of a contact that chatters, or does no more.</summary>
    public static bool IsOfChatter(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains(Chatters, StringComparison.Ordinal);
    }
}
