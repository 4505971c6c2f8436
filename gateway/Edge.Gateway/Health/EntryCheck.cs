using Edge.Store;
using Edge.Store.Tree;

namespace Edge.Gateway.Health;

/// <summary>Looks whether the entries of a log are what was logged: the newest first, until all were looked at or the time for it has passed.</summary>
/// <param name="patience">How long it may take, a part more or less.</param>
internal sealed class EntryCheck(LogView log, TimeSpan patience, TimeProvider time)
{
    private const ulong Part = 4096;

    public ulong Checked { get; private set; }

    public ulong Damaged { get; private set; }

    public ulong? FirstDamaged { get; private set; }

    /// <exception cref="StoreException">The log cannot be read, or its tree is damaged as a whole.</exception>
    public void Look()
    {
        var began = time.GetTimestamp();
        var extent = log.Store.Extent;
        for (var end = extent.Size; end > extent.Oldest && time.GetElapsedTime(began) < patience;)
        {
            var first = end - Math.Min(Part, end - extent.Oldest);
            Look(first, end);
            Checked += end - first;
            end = first;
        }
    }

    private void Look(ulong first, ulong end)
    {
        for (var next = first; next < end; next++)
        {
            try
            {
                log.ReadProvable(next, end - next, (index, _) => next = index);
            }
            catch (LogDamagedException e) when (e.Index is { } index && index >= next && index < end)
            {
                next = index;
                Damaged++;
                FirstDamaged = Math.Min(FirstDamaged ?? index, index);
            }
        }
    }
}
