using Edge.Ledger.Entries;
using Edge.Ledger.Text;
using Edge.Store.Tree;

namespace Edge.Gateway.Evidence;

/// <summary>Finds what was open at a channel when a time began: its newest alarm or tamper entry before that, unless it tells an end. Batches of readings alone cost their seal.</summary>
/// <param name="most">Batches that are looked at.</param>
internal sealed class AlarmFinder(LogView log, int most = AlarmFinder.MostBatches)
{
    /// <summary>At the usual age of a seal about six days.</summary>
    public const int MostBatches = 50_000;

    /// <summary>The entry above which nothing was found, when what is older was not looked at or is not held.</summary>
    public ulong? SoughtFrom { get; private set; }

    /// <summary>Index of what opened it; null when nothing was open, or none was found.</summary>
    /// <param name="before">An entry of a sealed batch; those below are looked at.</param>
    public ulong? OpenAt(string channel, ulong before)
    {
        var oldest = log.Store.Extent.Oldest;
        var end = log.Store.FindCheckpoint(before + 1)?.Size ?? oldest;
        for (var looked = 0; end > oldest; looked++)
        {
            if (looked == most)
            {
                SoughtFrom = end;
                return null;
            }

            var (seal, first) = HeldEntries.Batch(log, end);
            if ((seal is null || !BatchFinder.IsOfReadings(seal)) && Newest(channel, Math.Max(first, oldest), Math.Min(end, before)) is var (index, told))
                return AlarmText.IsEnd(told.Text) ? null : index;
            end = first;
        }

        SoughtFrom = oldest > 0 ? oldest : null;
        return null;
    }

    private (ulong Index, EventEntry Told)? Newest(string channel, ulong first, ulong end)
    {
        (ulong, EventEntry)? newest = null;
        HeldEntries.Read(log, first, end - Math.Min(first, end), (index, bytes) =>
        {
            if (Entry.Decode(bytes) is EventEntry { Event: EntryKind.Alarm or EntryKind.Tamper } told && told.Subject == channel && !AlarmText.IsOfChatter(told.Text))
                newest = (index, told);
        });
        return newest;
    }
}
