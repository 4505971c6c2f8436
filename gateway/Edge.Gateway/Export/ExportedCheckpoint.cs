using Edge.Ledger.City;
using Edge.Ledger.Notes;
using Edge.Store;
using Edge.Store.Log;

namespace Edge.Gateway.Export;

/// <summary>The checkpoint a log is exported under.</summary>
/// <param name="Note">As signed, with the cosignatures known.</param>
/// <param name="IsAccepted">The city accepted it: it stands in a verified receipt.</param>
public sealed record ExportedCheckpoint(SignedNote Note, Checkpoint Checkpoint, bool IsAccepted)
{
    /// <summary>The newest one that the city accepted; the newest signed one when that is asked for or none was accepted. Null when nothing is signed yet.</summary>
    public static ExportedCheckpoint? Choose(ILogReader store, bool newest)
    {
        var receipt = store.NewestReceipt();
        var signed = store.NewestCheckpoint();
        if (receipt is { } accepted && (!newest || signed is null || signed.Value.Size <= accepted.Size))
            return Of(AnchorLeaf.Parse(TlogProof.Parse(accepted.Bytes).Extra.GetValueOrDefault().Span), isAccepted: true);
        return signed is { } own ? Of(SignedNote.Parse(own.Bytes), isAccepted: false) : null;
    }

    /// <summary>Returns when a power cut cannot take the newest signed checkpoint back: who has it would then hold another history than the log's.</summary>
    /// <exception cref="ExportException">It could not be made durable; the message says why.</exception>
    public static void RequireDurable(ILogReader store, ExportWords words)
    {
        try
        {
            LogFolder.Sync(store.Name);
        }
        catch (StoreException failure)
        {
            throw new ExportException(words.NotDurable(failure.Message), failure);
        }
    }

    private static ExportedCheckpoint Of(SignedNote note, bool isAccepted) => new(note, Checkpoint.Parse(note), isAccepted);
}
