using Edge.Ledger;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Store.Log;

namespace Edge.Store.Tree;

/// <summary>What a log's hashes must come to: for its writer the peaks it goes on from, for a reader the newest signed checkpoint.</summary>
internal sealed class TrustedRoot(ILogReader reader)
{
    public bool Fits(TileTree tree, PartialTiles edge)
    {
        if (reader is ILogStore store)
            return edge.Size == 0 || edge.Root() == new CompactRange(reader.Hasher, edge.Size, store.Peaks).Root();
        if (Newest() is not { Size: > 0 } signed || signed.Size > edge.Size)
            return true;
        try
        {
            return ProofBuilder.Root(tree, signed.Size) == signed.Root;
        }
        catch (LogDamagedException)
        {
            return false;
        }
    }

    private Checkpoint? Newest()
    {
        try
        {
            return reader.NewestCheckpoint() is { } newest ? Checkpoint.Parse(SignedNote.Parse(newest.Bytes)) : null;
        }
        catch (MalformedException)
        {
            return null;
        }
    }
}
