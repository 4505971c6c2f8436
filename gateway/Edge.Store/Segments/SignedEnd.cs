using System.Globalization;
using Edge.Ledger.Notes;
using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>What was given a number behind the last entry that is whole: the log goes on behind it, so that it never signs a second history, and no number is given twice.</summary>
internal sealed class SignedEnd(LogPaths paths, HashFiles hashes, QuarantineFolder quarantine, FoundDamage damage, VerifierKey? signer) : IDisposable
{
    /// <summary>More entries than are ever committed without being signed.</summary>
    private const ulong Unsigned = 1 << 20;

    private SealedFile _sealed = SealedFile.Open(paths);

    /// <summary>What a file of ours noted that was put aside.</summary>
    private ulong? _noted;

    /// <summary>The file, which the caller takes over.</summary>
    public SealedFile File => _sealed;

    /// <summary>What it holds; null if nothing.</summary>
    public SizedRecord? Newest => _sealed.Read();

    /// <summary>The name of the log whose checkpoint it is; null if there is none, or the hash files do not give its root.</summary>
    public string? NameBy(HashRecovery recovery) =>
        _sealed.Read() is { } signed && LogName.Parse(signed.Bytes) is { } stated && recovery.StoredRoot(signed.Size) == stated.Root ? stated.Origin : null;

    /// <summary>Puts aside one that is another log's.</summary>
    public void Require(string name)
    {
        if (_sealed.Read() is not { } signed || LogName.Of(signed) is not { } other || other == name)
            return;
        damage.All.Add(new StoreDamage(0, 0, $"{paths.Sealed} is that of another log ({other}), and is not believed.", PutAside()));
    }

    /// <summary>More was signed than is there: the log goes on behind what was signed, if its hashes are still there.</summary>
    /// <returns>The checkpoint whose frame is lost.</returns>
    public SizedRecord? Signed(HashRecovery recovery)
    {
        if (_sealed.Read() is not { } signed || signed.Size <= recovery.Size)
            return null;
        var first = recovery.Size;
        if (SealedFile.RootOf(signed, signer) is not { } root)
        {
            damage.All.Add(new StoreDamage(0, 0, $"{paths.Sealed} held no checkpoint that was signed with this log's key.", PutAside()));
            return null;
        }

        if (!hashes.Short(signed.Size).Contains(paths.Hashes(0)) && recovery.TryExtend(signed.Size, root))
        {
            damage.All.Add(new StoreDamage(first, signed.Size - first, string.Create(CultureInfo.InvariantCulture,
                $"{paths.Folder}: the end of the newest segment was damaged: the entries {first} to {signed.Size - 1} are lost. Their hashes are held, so the log goes on behind them."), null));
            return signed;
        }

        _noted = _sealed.Committed();
        damage.All.Add(new StoreDamage(first, signed.Size - first, string.Create(CultureInfo.InvariantCulture,
            $"{paths.Folder}: a checkpoint over {signed.Size} entries was signed, but only {first} are held, and the hashes of the others are lost too. The log goes on; the city will not accept what it signs there."), PutAside()));
        hashes.Trim(first);
        return null;
    }

    /// <summary>
    /// Not signed, but committed: the size noted at each commit says how many entries there were, and so do the heads of frames that are not whole. That note is never
    /// synced, so a power cut may leave an older one: where it is lost, or does not know all that is held, leaf hashes say what may have been committed. Those are written
    /// before their frame, so a power cut may also leave them without it: then it is not damage, but their numbers are not given again.
    /// </summary>
    /// <param name="stated">What heads of frames behind the last whole one state.</param>
    /// <param name="isCut">Whether the newest segment ends in anything but zeros written ahead: before those, a hash without a frame is taken for one of a group that was never written.</param>
    /// <returns>How many entries are lost; the recovery stands behind them.</returns>
    public ulong Committed(HashRecovery recovery, bool isCut, ulong stated)
    {
        var first = recovery.Size;
        var noted = (_sealed.Committed() ?? _noted) is { } size && size < first + Unsigned ? size : 0;
        var committed = Math.Max(Math.Max(noted, stated < first + Unsigned ? stated : 0), first);
        var end = committed == first && noted == first ? first : Math.Max(committed, isCut && recovery.HashesAreOurs ? first + hashes.Beyond(first) : first);
        hashes.Trim(end);
        if (end == first)
            return 0;
        recovery.TakeAsStored(end);
        if (committed > first)
        {
            damage.All.Add(new StoreDamage(first, committed - first, string.Create(CultureInfo.InvariantCulture,
                $"{paths.Folder}: the newest segment was cut, or its end was damaged: the entries {first} to {committed - 1} are lost. The log goes on behind them."), null));
        }

        if (end > committed)
        {
            damage.All.Add(new StoreDamage(committed, end - committed, string.Create(CultureInfo.InvariantCulture,
                $"{paths.Folder}: the newest segment ends before the entries {committed} to {end - 1}, which had numbers: they were not durable yet when the power went, or were lost since. The log goes on behind them."), null) { MayBeUnwritten = true });
        }

        return end - first;
    }

    public void Dispose() => _sealed.Dispose();

    private string? PutAside()
    {
        var kept = quarantine.Move(paths.Sealed);
        _sealed.Dispose();
        _sealed = SealedFile.Open(paths);
        return kept;
    }
}
