using Edge.Ledger.Mqtt.Draining;

namespace Edge.Gateway.Health;

/// <summary>How far the entries are that go to a historian.</summary>
/// <param name="Heard">It answers.</param>
/// <param name="Held">Entries that it holds, by its own word.</param>
/// <param name="Remaining">Entries that are held and have to go yet; null once none goes any more, because the city knows another history of this log.</param>
/// <param name="Skipped">Entries that were evicted or damaged before it had them.</param>
/// <param name="Doubt">Why its last answer was not believed; null while it is heard, or does not answer.</param>
/// <param name="Trouble">Why sending failed and begins anew; null while it goes on.</param>
/// <param name="Connected">The drain has its link to the broker.</param>
public sealed record HistorianHealth(bool Heard, ulong Held, ulong? Remaining, ulong Skipped, string? Doubt = null, string? Trouble = null, bool Connected = true)
{
    /// <param name="drain">As of its last look.</param>
    /// <param name="isHalted">The drain has ended: what it last had to send, and whether it was heard, is no more.</param>
    public static HistorianHealth Of(DrainStatus drain, bool isHalted) => isHalted
        ? new(false, drain.Held, null, drain.Skipped, Connected: false)
        : new(drain.IsHeard, drain.Held, drain.Remaining, drain.Skipped, drain.Doubt, drain.Trouble, drain.Link.IsConnected);
}
