using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Store.Log;
using Edge.Store.Tree;
using Edge.Testing;
using Edge.Torture.Logs;

namespace Edge.Integration.Tests.Logs;

/// <summary>What the audit of a killed gateway's log says is only worth something if it finds what is wrong.</summary>
public sealed class LogAuditTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private int _logs;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_log_with_a_kill_in_it_that_is_as_it_should_be_has_no_fault() =>
        Assert.Empty(LogAudit.Faults(Stored(Boot(1), Reading(10), Seal(0, 1, 1), Boot(20), Gap(10, 20), Reading(30))));

    [Fact]
    public void A_repeated_entry_is_found() => Found("of which 2 are different", Boot(1), Reading(10), Reading(10));

    [Fact]
    public void A_channel_that_goes_back_in_time_is_found() => Found("does not follow 10 ns", Boot(1), Reading(10), Reading(9));

    [Fact]
    public void A_seal_that_leaves_entries_out_or_counts_wrongly_is_found()
    {
        Found("covers 1 to 1 instead of 0 to 1", Boot(1), Reading(10), Seal(1, 1, 1));
        Found("counts", Boot(1), Reading(10), Seal(0, 1, 2));
    }

    [Fact]
    public void A_start_without_the_gap_it_ended_or_with_one_over_readings_that_are_there_is_found()
    {
        Found("no gap entry follows the boot entry at 2", Boot(1), Reading(10), Boot(20), Reading(30));
        Found("is said to begin at", Boot(1), Reading(10), Boot(20), Gap(5, 20), Reading(30));
        Found("does not start with a boot entry", Reading(10));
    }

    [Fact]
    public void A_checkpoint_beyond_the_log_or_of_another_one_contradicts_it()
    {
        var log = Stored(Boot(1), Reading(10), Reading(11));
        Checkpoint Of(ulong size, Hash32 root) => new("city.example/gw", size, root);

        Assert.Empty(log.Contradictions([Of(2, NaiveTree.Root(log.Bytes.AsSpan(0, 2))), Of(3, NaiveTree.Root(log.Bytes))]));
        Assert.Contains("the log ends at 3", Assert.Single(log.Contradictions([Of(4, default)])), StringComparison.Ordinal);
        Assert.Contains("is not this log's", Assert.Single(log.Contradictions([Of(2, NaiveTree.Root(log.Bytes))])), StringComparison.Ordinal);
    }

    private void Found(string words, params Entry[] entries) =>
        Assert.Contains(LogAudit.Faults(Stored(entries)), fault => fault.Contains(words, StringComparison.Ordinal));

    private StoredLog Stored(params Entry[] entries)
    {
        var folder = _folder.File($"log-{_logs++}");
        using (var log = MerkleLog.Open(folder))
        {
            var batch = new EntryBatch();
            foreach (var entry in entries)
                batch.Add(entry.Encode(new byte[16]));
            log.Append(batch);
        }
        return StoredLog.Read(folder);
    }

    private static WallTime Wall(ulong second) => new(second, 0);

    private static BootEntry Boot(ulong at) => new(Guid.Empty, at, Wall(at), ClockSource.None, "test", "key");

    private static ReadingEntry Reading(ulong at) => new("main.pressure", "bar", 1, 1, Quality.Good, Reason.None, at, Wall(at), default);

    private static GapEntry Gap(ulong from, ulong to) => new([], Wall(from), Wall(to), GapReason.PoweredOff, "");

    private static SealEntry Seal(ulong first, ulong last, int good) =>
        new(first, last, Enumerable.Range(0, good).Aggregate(default(QualityCounts), (c, _) => c.Plus(Quality.Good, false)), 1, 1, null, ClockSource.None, null, default);
}
