using Edge.Gateway.Pipeline;
using Edge.Ledger.City;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Notes;
using Edge.Store.Tree;

namespace Edge.Gateway.Evidence;

/// <summary>Cuts evidence out of a log: the entries asked for, what gives them meaning, their place under an anchored checkpoint, its receipt.</summary>
public sealed class EvidenceCutter(LogView log)
{
    private readonly SortedDictionary<ulong, byte[]> _entries = [];

    /// <summary>Evidence for these entries, and nothing about the others.</summary>
    /// <param name="subjects">Strictly ascending indices.</param>
    /// <exception cref="EvidenceException">It cannot be given yet, or no more; the message says why.</exception>
    public EvidenceFile Cut(IReadOnlyList<ulong> subjects)
    {
        if (subjects.Count == 0)
            throw new EvidenceException("no entry was asked for");
        var receipt = log.Store.FindReceipt(subjects[^1] + 1)
            ?? throw new EvidenceException($"entry {subjects[^1]} is not anchored yet: the city holds entries below {log.Store.NewestReceipt()?.Size ?? 0}. Try again when the gateway has reached the city");
        _entries.Clear();
        foreach (var subject in subjects)
            AddWithContext(subject);
        ulong[] indices = [.. _entries.Keys];
        var leafSize = Checkpoint.Parse(AnchorLeaf.Parse(TlogProof.Parse(receipt.Bytes).Extra!.Value.Span)).Size;
        return new EvidenceFile(
            subjects,
            [.. _entries.Select(e => new DisclosedEntry(e.Key, e.Value))],
            log.Multi(indices, leafSize),
            receipt.Bytes,
            Blocks());
    }

    private void AddWithContext(ulong index)
    {
        var entry = Disclose(index);
        var closing = (log.Store.FindCheckpoint(index + 1) ?? throw new EvidenceException($"entry {index} is not sealed yet")).Size - 1;
        var seal = Disclose(closing) as SealEntry ?? throw new EvidenceException($"entry {closing} should be a seal and is not");
        if (entry is not ReadingEntry reading)
            return;
        if (seal.First > 0)
            Disclose(seal.First - 1);
        var clock = true;
        foreach (var run in Landmarks.Before(log.Store, index))
        {
            var first = Entry.Decode(KeptEntries.Read(log, run.First));
            if (first is ClockEntry && clock)
                Disclose(run.First);
            clock &= first is not ClockEntry;
            if (first is not BootEntry)
                continue;
            Disclose(run.First);
            for (var i = run.First + 1; i < run.First + run.Count; i++)
            {
                if (Entry.Decode(KeptEntries.Read(log, i)) is var known && (known as ConfigurationEntry)?.Channel == reading.Channel || (known as CalibrationEntry)?.Channel == reading.Channel)
                    Disclose(i);
            }

            return;
        }

        throw new EvidenceException($"the boot entry before entry {index} is not to be found");
    }

    private Entry Disclose(ulong index)
    {
        if (!_entries.TryGetValue(index, out var bytes))
            _entries[index] = bytes = KeptEntries.Read(log, index);
        return Entry.Decode(bytes);
    }

    private List<ReadOnlyMemory<byte>> Blocks() =>
    [
        .. _entries.Values
            .Select(b => (Entry.Decode(b) as SealEntry)?.Beacon?.Hash).OfType<Ledger.Merkle.Hash32>().Distinct()
            .Select(h => log.Store.FindBlock(h)).OfType<byte[]>().Select(b => (ReadOnlyMemory<byte>)b),
    ];
}
