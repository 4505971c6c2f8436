using System.Globalization;

namespace Edge.Sensors.Contact;

/// <summary>What is written into the log of a contact that changed.</summary>
internal static class ContactWords
{
    /// <summary>One sentence of a round in which something changed.</summary>
    /// <param name="meaning">What it watches.</param>
    /// <param name="watch">As the round found it.</param>
    /// <param name="now">ns.</param>
    public static string Of(ContactMeaning meaning, ContactWatch watch, long now)
    {
        var (active, ended) = meaning switch
        {
            ContactMeaning.Leak => ("leak: wet", "dry again"),
            ContactMeaning.Door => ("door opened", "door closed"),
            _ => ("tamper contact opened", "tamper contact closed"),
        };
        if (watch.Activations == 0)
            return $"{ended} {Seconds(now - watch.Since)} s ago";
        var times = watch.Activations > 1 ? string.Create(CultureInfo.InvariantCulture, $", {watch.Activations} times in this round") : "";
        return $"{active} {Seconds(now - watch.ActiveSince)} s ago{times}{(watch.IsActive ? "" : $", {ended} {Seconds(now - watch.Since)} s ago")}";
    }

    /// <summary>One sentence of rounds in which no level lasted.</summary>
    public static string Chatter(ContactMeaning meaning) => $"{Contact(meaning)} chatters: its level changes faster than debounce";

    /// <summary>One sentence of its end.</summary>
    public static string Settled(ContactMeaning meaning) => $"{Contact(meaning)} chatters no more, and is as it was before";

    private static string Contact(ContactMeaning meaning) => meaning switch
    {
        ContactMeaning.Leak => "leak contact",
        ContactMeaning.Door => "door contact",
        _ => "tamper contact",
    };

    private static string Seconds(long nanoseconds) => (nanoseconds / 1e9).ToString("0.000", CultureInfo.InvariantCulture);
}
