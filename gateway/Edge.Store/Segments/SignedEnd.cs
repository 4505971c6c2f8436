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
    /// Not signed, but committed: the size noted at each commit says how many entries there were. That note is never synced, so a power cut may leave an older one: if it
    /// does not know all that is held, and where it is lost, leaf hashes say it; and if it knows of more, there may be more still.
    /// </summary>
    /// <param name="isCut">Whether the newest segment ends in anything but zeros written ahead: before those, a hash without a frame is taken for one of a group that was never written.</param>
    /// <returns>How many entries are lost; the recovery stands behind them.</returns>
    public ulong Committed(HashRecovery recovery, bool isCut)
    {
        var first = recovery.Size;
        var noted = (_sealed.Committed() ?? _noted) is { } size && size < first + Unsigned ? size : 0;
        var count = noted == first ? 0 : Math.Max(Math.Max(noted, first) - first, isCut && recovery.HashesAreOurs ? hashes.Beyond(first) : 0);
        hashes.Trim(first + count);
        if (count == 0)
            return 0;
        recovery.TakeAsStored(first + count);
        damage.All.Add(new StoreDamage(first, count, string.Create(CultureInfo.InvariantCulture,
            $"{paths.Folder}: the newest segment was cut, or its end was damaged: the entries {first} to {first + count - 1} are lost. The log goes on behind them."), null));
        return count;
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
