using Edge.Ledger.Clocks;
using Edge.Ledger.Entries;
using Edge.Store;
using Edge.Store.Tree;

namespace Edge.Gateway.Past;

/// <summary>The runs of a gateway's service in its log, the boot of the board each was in, and what the clock turned out to be in each boot.</summary>
public sealed class LoggedBoots
{
    /// <param name="First">Index of its boot entry.</param>
    /// <param name="Boot">Several runs may be in one. Zeros where it is damaged.</param>
    public readonly record struct Run(ulong First, Guid Boot);

    private readonly List<Run> _runs = [];
    private readonly Dictionary<Guid, ClockHistory> _clocks = [];
    private readonly Dictionary<(Guid Boot, ulong Monotonic), ulong> _places = [];

    /// <summary>All that are held.</summary>
    public LoggedBoots(LogView log)
    {
        foreach (var landmark in Landmarks.Before(log.Store, ulong.MaxValue).Reverse().Where(l => l.First < log.Store.Extent.Size))
        {
            try
            {
                Take(landmark.First, Entry.Decode(KeptEntries.Read(log, landmark.First)));
            }
            catch (EntryEvictedException)
            {
                // What was evicted whole is not known.
            }
            catch (LogDamagedException)
            {
                TakeUnknown(landmark.First);
            }
        }
    }

    /// <summary>Ascending.</summary>
    public IReadOnlyList<Run> Runs => _runs;

    /// <summary>The run an entry is in; null when its boot is not held.</summary>
    public Run? Of(ulong index)
    {
        var place = _runs.FindLastIndex(r => r.First <= index);
        return place < 0 ? null : _runs[place];
    }

    /// <summary>What is known of the clock in a boot.</summary>
    public ClockHistory Clocks(Guid boot) => _clocks[boot];

    /// <summary>Where the boot entry or clock correction of a moment stands.</summary>
    public ulong? Place(Guid boot, ulong monotonic) => _places.TryGetValue((boot, monotonic), out var index) ? index : null;

    /// <summary>The boot of the newest run, where its entry stands, and its clock; null when there is none.</summary>
    /// <exception cref="StoreException">An entry cannot be read.</exception>
    public static (Guid Boot, ulong Index, ClockHistory Clocks)? Newest(LogView log)
    {
        var clocks = new ClockHistory();
        foreach (var landmark in Landmarks.Before(log.Store, ulong.MaxValue).Where(l => l.First < log.Store.Extent.Size))
        {
            switch (Entry.Decode(KeptEntries.Read(log, landmark.First)))
            {
                case ClockEntry clock:
                    clocks.Add(clock);
                    break;
                case BootEntry boot:
                    clocks.Add(boot);
                    return (boot.BootId, landmark.First, clocks);
            }
        }

        return null;
    }

    private void Take(ulong index, Entry entry)
    {
        if (entry is BootEntry boot)
        {
            _runs.Add(new Run(index, boot.BootId));
            _clocks.TryAdd(boot.BootId, new ClockHistory());
            _clocks[boot.BootId].Add(boot);
            _places[(boot.BootId, boot.Monotonic)] = index;
        }
        else if (entry is ClockEntry clock && _runs.Count > 0)
        {
            _clocks[_runs[^1].Boot].Add(clock);
            _places[(_runs[^1].Boot, clock.Monotonic)] = index;
        }
    }

    /// <summary>From a damaged one on, boot or clock correction, it is not known what the clock was.</summary>
    private void TakeUnknown(ulong index)
    {
        _runs.Add(new Run(index, Guid.Empty));
        _clocks.TryAdd(Guid.Empty, new ClockHistory());
    }
}
