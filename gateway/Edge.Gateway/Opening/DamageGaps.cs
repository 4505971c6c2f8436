using Edge.Gateway.Hosting;
using Edge.Gateway.Time;
using Edge.Ledger.Entries;
using Edge.Store;
using Edge.Store.Log;
using Edge.Store.Tree;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Opening;

/// <summary>Readings that were damaged in the store, as gaps for the log that goes on: between the nearest readings that are left; where none follows, up to now.</summary>
internal sealed class DamageGaps(MerkleLog log, IGatewayClock clock, ILogger logger)
{
    private const int Nearest = 100;

    private int _told, _logged;

    /// <summary>Tells the operator of what the store found since the last call, and gives the gaps for it.</summary>
    public IReadOnlyList<GapEntry> Take() => _told == log.Damage.Count ? [] : Tell([.. log.Damage.Skip(_told)]);

    /// <summary>What was given is durable.</summary>
    public void Committed()
    {
        if (_logged == _told)
            return;
        log.DamageIsLogged(_told);
        _logged = _told;
    }

    private List<GapEntry> Tell(StoreDamage[] found)
    {
        _told += found.Length;
        foreach (var damage in found)
        {
            if (damage.IsByHand)
                logger.StoreFileRemoved(damage.What);
            else
                logger.StoreDamaged(damage.What, damage.Quarantine ?? "nothing");
        }

        return [.. found.Where(d => d.Count > 0).Select(Gap)];
    }

    private GapEntry Gap(StoreDamage damage)
    {
        var (from, to) = (Wall(damage.First, -1), Wall(damage.First + damage.Count - 1, 1));
        return new(
            [], from, to ?? Now(from), GapReason.StoreDamaged,
            new LostEntries(damage.First, damage.First + damage.Count - 1).Detail(damage.MayBeUnwritten));
    }

    /// <summary>Null while nobody vouches for the clock, or when it was ahead then.</summary>
    private WallTime? Now(WallTime? from) => clock.Wall() is { } now && !(from?.Seconds > now.Seconds) ? now : null;

    /// <summary>The wall time of the nearest reading before or after an entry.</summary>
    private WallTime? Wall(ulong index, int step)
    {
        for (var i = 0; i < Nearest; i++)
        {
            index += (ulong)step;
            if (index >= log.Size)
                return null;
            if (Reading(index) is { Wall: { } wall })
                return wall;
        }

        return null;
    }

    private ReadingEntry? Reading(ulong index)
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
