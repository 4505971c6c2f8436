using System.Globalization;
using Edge.Ledger;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Store;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Torture.Power.Guest;

/// <summary>Looks in a log that was opened again for everything that was ever acknowledged.</summary>
/// <param name="acknowledged">In the order in which it was said.</param>
internal sealed class LogCheck(MerkleLog log, Workload workload, IReadOnlyList<Acknowledgement> acknowledged)
{
    /// <summary>Faults beyond these are not told: they say nothing new.</summary>
    private const int Most = 20;

    private readonly List<string> _faults = [];

    /// <summary>Acknowledged entries that are not there, or have other bytes.</summary>
    public ulong Lost { get; private set; }

    /// <summary>Every fault, as a sentence.</summary>
    public IReadOnlyList<string> Faults()
    {
        foreach (var damage in log.Damage.Where(d => !WasInFlight(d)))
            Fault($"a power cut was told as damage: {damage.What}");
        Try(Entries);
        Try(State);
        foreach (var one in acknowledged)
            Try(() => One(one));
        return _faults;
    }

    /// <summary>Numbers that had been given when the power went, and were never acknowledged.</summary>
    private bool WasInFlight(StoreDamage damage) => damage.MayBeUnwritten
        && !acknowledged.Any(a => a.Kind is AcknowledgedKind.Group or AcknowledgedKind.Sealed && a.First < damage.First + damage.Count && a.Size > damage.First);

    private void Try(Action look)
    {
        if (_faults.Count >= Most)
            return;
        try
        {
            look();
        }
        catch (Exception failure) when (failure is StoreException or ArgumentException or MalformedException)
        {
            Fault($"what was acknowledged cannot be read: {failure.Message}");
        }
    }

    private void One(Acknowledgement one)
    {
        if (one.Kind == AcknowledgedKind.Sealed)
            Checkpoint(one);
        else if (one.Kind == AcknowledgedKind.Receipt && !(log.View.Store.FindReceipt(one.First) is { } held && held.Size == one.First && held.Bytes.AsSpan().SequenceEqual(Workload.Receipt(one.First))))
            Fault($"the receipt for size {one.First} was acknowledged and is not held");
    }

    private void Entries()
    {
        var groups = acknowledged.Where(a => a.Kind is AcknowledgedKind.Group or AcknowledgedKind.Sealed).ToList();
        var end = groups.Select(g => g.Size).DefaultIfEmpty().Max();
        var mayBeGone = acknowledged.Where(a => a.Kind == AcknowledgedKind.Evicting).Select(a => a.First).DefaultIfEmpty().Max();
        var extent = log.View.Store.Extent;
        if (log.Size < end)
        {
            Lost += end - log.Size;
            Fault($"{end - log.Size} acknowledged entries are lost: {end} were acknowledged, the log holds {log.Size}");
        }
        if (extent.Oldest > mayBeGone)
            Fault($"entries {mayBeGone} to {extent.Oldest - 1} are gone, though nobody evicted them");
        var left = new Queue<Acknowledgement>(groups);
        var from = extent.Oldest;
        foreach (var (first, next) in log.Damage.Where(WasInFlight).Select(d => (d.First, d.First + d.Count)).Append((extent.Size, extent.Size)).Order())
        {
            if (first > from)
                log.View.ReadEntries(from, first - from, (index, entry) => Entry(left, index, entry));
            from = Math.Max(from, next);
        }
    }

    /// <summary>An entry of an acknowledged group was written in that boot; any other says itself when.</summary>
    private void Entry(Queue<Acknowledgement> groups, ulong index, ReadOnlySpan<byte> entry)
    {
        while (groups.TryPeek(out var past) && past.Size <= index)
            groups.Dequeue();
        var wasAcknowledged = groups.TryPeek(out var group) && group.First <= index;
        var boot = wasAcknowledged ? group!.Boot : Workload.BootOf(entry);
        if (entry.SequenceEqual(workload.Entry(index, boot)))
            return;
        Lost += wasAcknowledged ? 1ul : 0;
        Fault($"entry {index} is not what was written in boot {boot}");
    }

    private void Checkpoint(Acknowledgement one)
    {
        if (log.View.Store.FindCheckpoint(one.Size) is not { } held || held.Size != one.Size)
        {
            Fault($"the checkpoint over {one.Size} entries was announced and is not held");
            return;
        }
        var note = SignedNote.Parse(held.Bytes);
        var stated = Ledger.Notes.Checkpoint.Parse(note);
        if (stated.Root != one.Root || !note.SignaturesBy(workload.Signer).Any(s => workload.Signer.Verify(note.Text.Span, s.Blob.Span)))
            Fault($"the checkpoint held for {one.Size} entries is not the one announced");
        if (one.Size > log.Size)
            return;   // told as lost entries
        if (log.View.Root(one.Size) != one.Root)
            Fault($"the log's root at {one.Size} is not the one announced");
        if (!ConsistencyProof.Verify(TreeHasher.Sha256, one.Size, one.Root, log.Size, log.Root, log.View.Consistency(one.Size, log.Size)))
            Fault($"the log of {log.Size} entries is not consistent with the checkpoint announced at {one.Size}");
    }

    /// <summary>A later state may have been written without being acknowledged, an earlier one may not.</summary>
    private void State()
    {
        if (acknowledged.LastOrDefault(a => a.Kind == AcknowledgedKind.State) is not { } last)
            return;
        var held = Appender.ReadState(log.View.Store.ReadState(Appender.StateKey));
        if (held.CompareTo((last.Boot, last.First)) < 0)
            Fault($"state {last.First} of boot {last.Boot} was acknowledged; {held.Number} of boot {held.Boot} is held");
    }

    private void Fault(FormattableString sentence)
    {
        if (_faults.Count < Most)
            _faults.Add(sentence.ToString(CultureInfo.InvariantCulture));
    }
}
