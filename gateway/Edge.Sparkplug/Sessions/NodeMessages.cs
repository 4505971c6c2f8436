using Edge.Sparkplug.Payloads;

namespace Edge.Sparkplug.Sessions;

/// <summary>What the node says of itself.</summary>
internal static class NodeMessages
{
    /// <summary>The session's number alone, and no sequence number: the broker says it when nobody else can.</summary>
    public static Payload Death(byte session, ulong now) => new() { Timestamp = now, Metrics = { Metrics.SessionNumber(session, now) } };

    public static Payload Birth(byte session, IReadOnlyList<(string Name, string Text)> about, ulong now) => new()
    {
        Metrics =
        {
            Metrics.SessionNumber(session, now),
            Metrics.RebirthControl(now),
            about.Select((a, i) => Metrics.Text(a.Name, (ulong)i + 1, a.Text, now)),
        },
    };
}
