using Edge.Ledger.City;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Notes;
using Edge.Store.Tree;

namespace Edge.Gateway.Evidence;

/// <summary>Cuts evidence out of a log: the entries asked for, what gives them meaning, their place under an anchored checkpoint, its receipt.</summary>
public sealed class EvidenceCutter(LogView log)
{
    /// <summary>Readings in what was cut last whose context is not opened, because what says it is damaged or lost.</summary>
    public int Unopened { get; private set; }

    /// <summary>Evidence for these entries, and nothing about the others.</summary>
    /// <param name="subjects">Strictly ascending indices.</param>
    /// <param name="slim">Of what gives readings their meaning show only the seals, which bound them in time; configurations and calibrations by their hashes.</param>
    /// <exception cref="EvidenceException">It cannot be given yet, or no more; the message says why.</exception>
    public CompactEvidence Cut(IReadOnlyList<ulong> subjects, bool slim = false)
    {
        if (subjects.Count == 0)
            throw new EvidenceException(w => w.NothingAsked);
        var receipt = log.Store.FindReceipt(subjects[^1] + 1) ?? throw NotAnchored(subjects[^1]);
        var composer = new EvidenceComposer(log.Hasher);
        var contexts = new ContextFinder(log);
        Unopened = 0;
        foreach (var subject in subjects)
        {
            var bytes = Past.KeptEntries.Read(log, subject);
            composer.Disclose(subject, bytes);
            if (Entry.Decode(bytes) is not ReadingEntry reading)
                continue;
            if (contexts.Of(subject, reading) is { } context)
                composer.Open(context);
            else
                Unopened++;
        }

        foreach (var bytes in contexts.Entries)
        {
            var seal = Entry.Decode(bytes) as SealEntry;
            if (!slim || seal is not null)
                composer.Show(bytes);
            if (seal?.Beacon is { } beacon && log.Store.FindBlock(beacon.Hash) is { } block)
                composer.Bound(SignedNote.Parse(block));
        }

        var proof = TlogProof.Parse(receipt.Bytes);
        var size = Checkpoint.Parse(AnchorLeaf.Parse(proof.Extra!.Value.Span)).Size;
        return composer.Compose(log.Multi([.. subjects], size), proof);
    }

    /// <summary>The words are chosen when the log is closed again: what they say is asked of it now.</summary>
    private EvidenceException NotAnchored(ulong index)
    {
        var below = log.Store.NewestReceipt()?.Size ?? 0;
        return new EvidenceException(w => w.NotAnchored(index, below), Lack.Anchor);
    }
}
