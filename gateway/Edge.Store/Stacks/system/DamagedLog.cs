using Edge.Store.Log;
using Edge.Store.Segments;

namespace Edge.Store.Stacks;

/// <summary>An index's log in whose middle a page is not what was written. SQLite itself passes over that page and what stands behind it, and says nothing of it.</summary>
internal static class DamagedLog
{
    /// <returns>False: nothing is left to be cut.</returns>
    public static bool TryCut(LogPaths paths, QuarantineFolder quarantine, List<StoreDamage> damage) => false;
}
