using Edge.Ledger.Entries;

namespace Edge.Verify.Reports.Html;

/// <summary>When readings do not exist, POSIX seconds on the gateway's clock.</summary>
public readonly record struct GapSpan(double From, double To)
{
    /// <summary>Null of a gap that does not tell both its beginning and its end, and of other entries.</summary>
    public static GapSpan? Of(Entry entry) => entry is GapEntry { From: { } from, To: { } to } ? new GapSpan(from.Seconds, to.Seconds) : null;
}
