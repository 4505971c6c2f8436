using System.Globalization;
using Edge.Ledger.Notes;
using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>
/// No number is given twice, whatever was lost: a log goes on behind the last entry that anything says was written. Where not even its hashes are left, no tree
/// that continues what was signed can be made, and that is told.
/// </summary>
internal sealed class GivenNumbers(LogPaths paths, HashRecovery recovery, List<StoreDamage> damage)
{
    /// <summary>More entries than one segment ever holds: a size that is farther from what is held is not gone to.</summary>
    private const ulong Most = 1 << 20;

    /// <summary>Behind what the index has.</summary>
    /// <param name="closed">The log's size with the newest closed segment.</param>
    /// <param name="newest">The newest checkpoint in the index.</param>
    public void Reach(ulong closed, SizedRecord? newest, VerifierKey? signer)
    {
        var first = recovery.Size;
        var isSigned = newest is { } note && note.Size > first && SealedFile.RootOf(note, signer) is { } root && recovery.TryExtend(note.Size, root);
        if (closed <= recovery.Size)
            return;
        recovery.TakeAsStored(closed);
        if (!isSigned)
        {
            damage.Add(new StoreDamage(0, 0, string.Create(CultureInfo.InvariantCulture,
                $"{paths.Folder}: its index knows of {closed} entries, but only {first} are held, and the hashes of the others are lost too. The log goes on behind them; the city will not accept what it signs there."), null));
        }
    }

    /// <summary>Behind what <c>sealed</c> says was signed, of which it was told.</summary>
    public void ReachSigned(SizedRecord? kept, VerifierKey? signer)
    {
        if (kept is { } signed && signed.Size > recovery.Size && signed.Size - recovery.Size <= Most && SealedFile.RootOf(signed, signer) is not null)
            recovery.TakeAsStored(signed.Size);
    }
}
