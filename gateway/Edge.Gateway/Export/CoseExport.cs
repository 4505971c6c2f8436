using Edge.Ledger.Cose;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Store.Tree;

namespace Edge.Gateway.Export;

/// <summary>Issues COSE receipts (RFC 9942) under the newest checkpoint that the gateway signed; it signs no other root.</summary>
/// <remarks>Every method throws <see cref="ExportException"/> when there is no such receipt; the message says why.</remarks>
public sealed class CoseExport(LogView log, NoteSigner signer, ExportWords words)
{
    /// <summary>An entry with its receipt of inclusion, all in one.</summary>
    public SignedEntry Entry(ulong index) =>
        Issue(index, (note, entry, path) => SignedEntry.Issue(signer, note, index, entry, path));

    /// <summary>The receipt alone, for whoever has the entry.</summary>
    public InclusionReceipt Inclusion(ulong index) =>
        Issue(index, (note, entry, path) => InclusionReceipt.Issue(signer, note, index, entry, path));

    /// <summary>That the log has only grown since a size.</summary>
    public ConsistencyReceipt Consistency(ulong oldSize)
    {
        var (note, size) = Newest();
        if (oldSize == 0 || oldSize >= size)
            throw new ExportException(words.NoConsistency(oldSize, size)) { IsOfInput = oldSize == 0 || oldSize > log.Store.Extent.Size };
        return Sign(() => ConsistencyReceipt.Issue(signer, note, oldSize, log.Root(oldSize), log.Consistency(oldSize, size)));
    }

    private T Issue<T>(ulong index, Func<SignedNote, byte[], Hash32[], T> issue)
    {
        var (note, size) = Newest();
        if (index >= size)
            throw new ExportException(words.NotSigned(index, size)) { IsOfInput = index >= log.Store.Extent.Size };
        if (size == 1)
            throw new ExportException(words.OneEntry);
        return Sign(() => issue(note, log.ReadEntry(index), log.Inclusion(index, size)));
    }

    private (SignedNote Note, ulong Size) Newest()
    {
        var newest = log.Store.NewestCheckpoint() ?? throw new ExportException(words.NothingSigned(log.Store.Name));
        ExportedCheckpoint.RequireDurable(log.Store, words);
        return (SignedNote.Parse(newest.Bytes), newest.Size);
    }

    private T Sign<T>(Func<T> issue)
    {
        try
        {
            return issue();
        }
        catch (NotExpressibleException e)
        {
            throw new ExportException(words.NoCose(signer.Name), e);
        }
        catch (ArgumentException e)
        {
            throw new ExportException(words.OtherKey(signer.Verifier.ToString()), e);
        }
    }
}
