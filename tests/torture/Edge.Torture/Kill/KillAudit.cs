using System.Globalization;
using Edge.Demo.Towns;
using Edge.Ledger.City.Witnessing;
using Edge.Ledger.Entries;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Torture.Logs;

namespace Edge.Torture.Kill;

/// <summary>Whether the log that a gateway left holds what was acknowledged in all its lives, and agrees with the broker and the city. All programs that write must have ended.</summary>
/// <param name="announced">Every checkpoint heard on the broker.</param>
internal sealed class KillAudit(Town town, IReadOnlyList<Life> lives, IReadOnlyList<SignedNote> announced, TrustPolicy policy)
{
    private readonly StoredLog _log = StoredLog.Read(town.Folder.GatewayStore);

    public long Entries => _log.Bytes.Length;

    public long Readings { get; private set; }

    public int Boots { get; private set; }

    /// <summary>Whatever is not as it must be, as sentences.</summary>
    public IReadOnlyList<string> Faults()
    {
        var entries = _log.Entries;
        Readings = entries.OfType<ReadingEntry>().LongCount();
        Boots = entries.Count(e => e is BootEntry);
        return [.. LogAudit.Faults(_log), .. Durable(), .. LastLife(entries), .. Starts(entries), .. Announced(), .. City(), .. Inside()];
    }

    private IEnumerable<string> Durable()
    {
        if (lives.Max(l => l.Last?.Size ?? 0) is var durable && durable > _log.Size)
            yield return $"{durable} entries were said to be durable; the log ends at {_log.Size}";
        if (_log.Newest?.Size != _log.Size)
            yield return $"the log was stopped as it should be at {_log.Size}, and its newest checkpoint covers {_log.Newest?.Size}";
    }

    /// <summary>The last life was ended as it should be: whatever it had taken is in the log. Of a killed one, what was taken after the newest durable size may be lost.</summary>
    private IEnumerable<string> LastLife(IReadOnlyList<Entry> entries)
    {
        var taken = lives[^1].Last?.Readings ?? 0;
        var held = entries.Reverse().TakeWhile(e => e is not BootEntry).LongCount(e => e is ReadingEntry);
        if (held < taken)
            yield return $"the last life had taken {taken} readings; the log holds {held} of it";
    }

    /// <summary>Every start that said a word is told in the log, and the time between is a gap.</summary>
    private IEnumerable<string> Starts(IReadOnlyList<Entry> entries)
    {
        var spoke = lives.Count(l => l.Last is not null);
        if (Boots < spoke || Boots > lives.Count)
            yield return $"the gateway was started {lives.Count} times and spoke {spoke} times; the log tells of {Boots} boots";
        var gaps = entries.Zip(entries.Skip(1)).Count(p => p is (BootEntry, GapEntry { Why: GapReason.PoweredOff or GapReason.Stopped }));
        if (gaps != Boots - 1)
            yield return $"{Boots} boots, and {gaps} gaps between them";
    }

    private IEnumerable<string> Announced()
    {
        if (announced.Count == 0)
            yield return "no checkpoint was heard on the broker";
        foreach (var note in announced.Where(n => policy.Check(n, town.Plan.Origin).Checkpoint is null))
            yield return $"a checkpoint on the broker does not verify: {note}";
        foreach (var fault in _log.Contradictions(announced.Select(Checkpoint.Parse)))
            yield return fault;
    }

    /// <summary>What the departments accepted is of this log; a quorum of them has its newest anchored size.</summary>
    private IEnumerable<string> City()
    {
        var known = new Dictionary<string, Checkpoint>();
        foreach (var department in town.Plan.Departments)
        {
            using var state = new SqliteWitnessState(Path.Combine(town.Folder.DepartmentState(department), "department.state"));
            if (state.Find(town.Plan.Origin) is { } witnessed)
                known[department] = new Checkpoint(town.Plan.Origin, witnessed.Size, witnessed.Root);
        }
        foreach (var fault in _log.Contradictions(known.Values))
            yield return $"the city: {fault}";
        if (!policy.IsQuorum(known.Where(k => k.Value.Size >= _log.Anchored && _log.Anchored > 0).Select(k => k.Key).ToHashSet()))
            yield return string.Create(CultureInfo.InvariantCulture, $"the log's newest receipt is for {_log.Anchored}; the departments know {string.Join(", ", known.Select(k => $"{k.Key} {k.Value.Size}"))}");
    }

    /// <summary>Expected trouble is one line for people; a stack trace is a fault of the program.</summary>
    private IEnumerable<string> Inside() =>
        from node in town.Nodes
        where node.Log.Contains("Unhandled exception", StringComparison.Ordinal) || node.Log.Contains(" at Edge.", StringComparison.Ordinal)
        select $"{node.Name} failed inside: {node.Log}";
}
