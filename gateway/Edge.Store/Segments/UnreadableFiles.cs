using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>What the device does not even let be opened is put aside, so that it can be made again; segments cannot be, and stay.</summary>
internal static class UnreadableFiles
{
    /// <exception cref="StoreException">The file system does not let it be moved.</exception>
    public static void SetAside(LogPaths paths, QuarantineFolder quarantine, List<StoreDamage> damage)
    {
        for (var level = 0; level < TileBatch.MaxLevels; level++)
            SetAside(paths.Hashes(level));
        SetAside(paths.Sealed);
        SetAside(paths.Index, "-wal", "-shm");

        void SetAside(string path, params ReadOnlySpan<string> suffixes)
        {
            if (CanBeOpened(path))
                return;
            var kept = quarantine.Move(path, suffixes);
            damage.Add(new StoreDamage(0, 0, $"{path}: the device does not let it be opened. It is made again from the segments. Check the card or disk (dmesg).", kept));
        }
    }

    /// <summary>Also true when it is not there.</summary>
    private static bool CanBeOpened(string path)
    {
        try
        {
            FileBytes.OpenRead(path).Dispose();
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            return !FileFailure.IsUnreadable(failure);
        }

        return true;
    }
}
