namespace Edge.Torture.Power.Guest;

/// <summary>What the guest says on its port besides acknowledgements.</summary>
internal static class GuestLine
{
    /// <summary>The program runs; the store is about to be opened.</summary>
    public const string Opening = "opening";

    /// <summary>Everything acknowledged before was looked for; appending begins.</summary>
    public const string Appending = "appending";

    /// <summary>All that was asked for was appended; the machine is about to switch itself off.</summary>
    public const string Done = "done";

    /// <summary>Before a sentence that says what is not as it must be.</summary>
    public const string Fault = "fault: ";

    /// <summary>Before the number of acknowledged entries that are not there or have other bytes.</summary>
    public const string Lost = "lost ";
}
