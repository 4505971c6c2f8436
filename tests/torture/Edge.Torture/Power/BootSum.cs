using Edge.Vm.Disks;

namespace Edge.Torture.Power;

/// <summary>What one boot came to.</summary>
/// <param name="Cut">What became of unflushed writes at its end.</param>
/// <param name="Acknowledged">In this boot.</param>
/// <param name="IsChecked">Everything acknowledged before was looked for.</param>
/// <param name="LostEntries">Acknowledged before, and not there or with other bytes.</param>
/// <param name="Faults">Whatever the guest found not to be as it must be, as sentences.</param>
/// <param name="Trouble">Why the boot did not come to what was planned, though the guest found nothing; null if it did. It says nothing about what was lost.</param>
internal sealed record BootSum(CutSum Cut, AcknowledgedSum Acknowledged, bool IsChecked, long LostEntries, IReadOnlyList<string> Faults, string? Trouble)
{
    /// <summary>Faults and trouble alike: of a proper disk neither may be.</summary>
    public IReadOnlyList<string> Wrong => Trouble is null ? Faults : [.. Faults, Trouble];
}
