using System.Globalization;
using Edge.Store.Log;
using Edge.Store.Segments;

namespace Edge.Store.Stacks;

/// <summary>An index's log in whose middle a page is not what was written.</summary>
internal static class DamagedLog
{
    /// <summary>Puts that page and what stands behind it aside; what stands before it goes on to count, and the next open looks through all of it.</summary>
    /// <returns>Whether there was one, and the index is to be opened once more.</returns>
    public static bool TryCut(LogPaths paths, QuarantineFolder quarantine, List<StoreDamage> damage)
    {
        var path = paths.Index + "-wal";
        try
        {
            using var file = FileBytes.OpenWrite(path, FileMode.Open);
            var found = LoggedPages.Of(file);
            if (!found.IsDamaged)
                return false;
            var (log, at, unreadable) = (new PageFile(file), found.Count * PageFile.Stride, 0L);
            var rest = new byte[RandomAccess.GetLength(file) - at];
            FileBytes.ReadAround(file, rest, at, ref unreadable);
            var kept = quarantine.TryKeep(path, at, rest) ? quarantine.PathOf(path, at, rest.Length) : null;
            new DamageMark(paths.Index, write: true).Write();
            log.Cut(found.Count);
            log.Sync();
            damage.Add(new StoreDamage(0, 0, string.Create(CultureInfo.InvariantCulture,
                $"{path}: page {found.Count} is not what was written. What stands there and behind it is made again from the segments."), kept));
            return true;
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            return false;
        }
    }
}
