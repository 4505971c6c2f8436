using System.Globalization;
using Edge.Ledger.Text;

namespace Edge.Sensors.Contact;

/// <summary>What is written into the log of a contact that changed.</summary>
internal static class ContactWords
{
    /// <summary>One sentence of a round in which something changed. It carries no time that would age: what it is about has one.</summary>
    /// <param name="meaning">What it watches.</param>
    /// <param name="watch">As the round found it.</param>
    public static string Of(ContactMeaning meaning, ContactWatch watch)
    {
        if (!watch.IsSinceKnown || (watch.IsFound && !watch.IsActive))
            return $"{State(meaning, watch.IsActive)}{(watch.IsFound ? " at the start" : "")}{(watch.IsFound && !watch.IsActive ? "" : "; since when is not known")}{(watch.IsFound ? "" : ", as the line was away")}";
        if (watch.Activations == 0)
            return meaning switch { ContactMeaning.Leak => AlarmText.DryAgain, ContactMeaning.Door => AlarmText.DoorClosed, _ => AlarmText.TamperClosed };
        var begun = meaning switch { ContactMeaning.Leak => "leak: wet", ContactMeaning.Door => "door opened", _ => "tamper contact opened" };
        var times = watch.Activations > 1 ? string.Create(CultureInfo.InvariantCulture, $", {watch.Activations} times in this round") : "";
        return $"{begun}{times}{(watch.IsActive ? "" : $", {(meaning == ContactMeaning.Leak ? AlarmText.DryAgain : AlarmText.ClosedAgain)} after {Seconds(watch.Since - watch.ActiveSince)} s")}";
    }

    private static string State(ContactMeaning meaning, bool isActive) => meaning switch
    {
        ContactMeaning.Leak => isActive ? "leak: wet" : AlarmText.Dry,
        ContactMeaning.Door => isActive ? "door is open" : AlarmText.DoorIsClosed,
        _ => isActive ? "tamper contact is open" : AlarmText.TamperIsClosed,
    };

    /// <summary>One sentence of rounds in which no level lasted.</summary>
    public static string Chatter(ContactMeaning meaning) => $"{Contact(meaning)}{AlarmText.Chatters}: its level changes faster than debounce";

    /// <summary>One sentence of its end.</summary>
    public static string Settled(ContactMeaning meaning) => $"{Contact(meaning)}{AlarmText.Chatters} no more, and is as it was before";

    private static string Contact(ContactMeaning meaning) => meaning switch
    {
        ContactMeaning.Leak => "leak contact",
        ContactMeaning.Door => "door contact",
        _ => "tamper contact",
    };

    private static string Seconds(long nanoseconds) => (nanoseconds / 1e9).ToString("0.000", CultureInfo.InvariantCulture);
}
