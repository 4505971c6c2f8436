using System.Globalization;
using Edge.Ledger.Entries;
using Edge.Store;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Pipeline;

/// <summary>Readings that were damaged in the store, as gaps for the log that goes on: between the nearest readings that are left.</summary>
internal static class DamageGaps
{
    private const int Nearest = 100;

    public static IEnumerable<GapEntry> Of(MerkleLog log) => log.Damage.Where(d => d.Count > 0).Select(d => Gap(log, d));

    private static GapEntry Gap(MerkleLog log, StoreDamage damage) => new(
        [], Wall(log, damage.First, -1), Wall(log, damage.First + damage.Count - 1, 1), GapReason.StoreDamaged,
        string.Create(CultureInfo.InvariantCulture, $"the entries {damage.First} to {damage.First + damage.Count - 1} of this log were damaged in the store"));

    /// <summary>The wall time of the nearest reading before or after an entry.</summary>
    private static WallTime? Wall(MerkleLog log, ulong index, int step)
    {
        for (var i = 0; i < Nearest; i++)
        {
            index += (ulong)step;
            if (index >= log.Size)
                return null;
            if (Reading(log, index) is { Wall: { } wall })
                return wall;
        }

        return null;
    }

    private static ReadingEntry? Reading(MerkleLog log, ulong index)
    {
        try
        {
            return Entry.Decode(log.View.ReadEntry(index)) as ReadingEntry;
        }
        catch (StoreException)
        {
            return null;
        }
    }
}
