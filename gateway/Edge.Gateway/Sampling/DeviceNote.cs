using Edge.Ledger.Entries;

namespace Edge.Gateway.Sampling;

/// <summary>What a device told beside its readings.</summary>
/// <param name="Kind">Calibration, Alarm or Tamper: the entry it becomes.</param>
/// <param name="Channel">Place in the configuration's channels.</param>
/// <param name="Device">Driver and place.</param>
/// <param name="IsOpen">Whether what happened lasts.</param>
/// <param name="Monotonic">ns since the boot when it happened or, where that is not known, was told.</param>
public sealed record DeviceNote(EntryKind Kind, int Channel, string Device, string Text, bool IsOpen, ulong Monotonic, WallTime? Wall)
{
    /// <summary>Whether it is what the driver found when it began.</summary>
    public bool IsFirst { get; init; }
}
