using Edge.Ledger.Merkle;
using Edge.Store.Tree;
using Edge.Testing;
using Edge.Torture.Power.Guest;

namespace Edge.Vm.Tests.Power;

/// <summary>What the guest finds is only worth something if it finds what is wrong: here a real store is made wrong.</summary>
public sealed class LogCheckTests : IDisposable
{
    private const ulong Seed = 7;
    private readonly TemporaryDirectory _folder = new();
    private readonly Workload _workload = new(Seed);
    private readonly List<Acknowledgement> _acknowledged = [];

    private string Log => _folder.File("log");

    public void Dispose()
    {
        _workload.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_log_that_holds_all_that_was_acknowledged_over_several_boots_has_no_fault()
    {
        for (var boot = 1; boot <= 3; boot++)
            Append(boot, 40);

        Assert.Empty(Faults().Sentences);
        Assert.All(Enum.GetValues<AcknowledgedKind>(), kind => Assert.Contains(_acknowledged, a => a.Kind == kind));
    }

    [Fact]
    public void A_log_restored_from_an_older_copy_lacks_entries_checkpoints_receipts_and_states()
    {
        Append(1, 10);
        Copy(Log, _folder.File("old"));
        var held = End;
        Append(2, 60);
        Directory.Delete(Log, recursive: true);
        Copy(_folder.File("old"), Log);

        var (sentences, lost) = Faults();

        Assert.Equal(End - held, lost);
        Assert.Contains(sentences, s => s.StartsWith($"{lost} acknowledged entries are lost", StringComparison.Ordinal));
        Assert.Contains(sentences, s => s.StartsWith("the checkpoint over", StringComparison.Ordinal));
        Assert.Contains(sentences, s => s.StartsWith("the receipt for size", StringComparison.Ordinal));
        Assert.Contains(sentences, s => s.StartsWith("state ", StringComparison.Ordinal));
    }

    [Fact]
    public void Entries_with_the_bytes_of_another_boot_are_lost_entries()
    {
        Append(1, 3);
        var group = _acknowledged.FindIndex(a => a.Kind is AcknowledgedKind.Group or AcknowledgedKind.Sealed);
        _acknowledged[group] = _acknowledged[group] with { Boot = 9 };

        Assert.Equal(_acknowledged[group].Count, Faults().Lost);
    }

    [Fact]
    public void A_checkpoint_announced_with_another_root_is_a_fault()
    {
        Append(1, 30);
        var one = _acknowledged.FindIndex(a => a.Kind == AcknowledgedKind.Sealed);
        _acknowledged[one] = _acknowledged[one] with { Root = _acknowledged.Last(a => a.Kind == AcknowledgedKind.Sealed).Root };

        var (sentences, _) = Faults();
        Assert.Contains(sentences, s => s.StartsWith("the checkpoint held for", StringComparison.Ordinal));
        Assert.Contains(sentences, s => s.StartsWith("the log's root at", StringComparison.Ordinal));
        Assert.Contains(sentences, s => s.Contains("is not consistent with", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_acknowledged_can_be_read_back_from_its_line() =>
        Assert.All(Enum.GetValues<AcknowledgedKind>(), kind =>
        {
            var one = new Acknowledgement(kind, 3, 17, 4, TreeHasher.Sha256.EmptyRoot);
            Assert.Equal(one, Acknowledgement.Read(one.ToString()));
        });

    private ulong End => _acknowledged.Where(a => a.Kind is AcknowledgedKind.Group or AcknowledgedKind.Sealed).Max(a => a.Size);

    private void Append(int boot, int groups)
    {
        using var log = MerkleLog.Open(Log);
        var appender = new Appender(log, _workload, boot, Seed, line => _acknowledged.Add(Acknowledgement.Read(line)!));
        for (var group = 0; group < groups; group++)
            appender.Step();
    }

    private (IReadOnlyList<string> Sentences, ulong Lost) Faults()
    {
        using var log = MerkleLog.Open(Log);
        var check = new LogCheck(log, _workload, _acknowledged);
        return (check.Faults(), check.Lost);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
