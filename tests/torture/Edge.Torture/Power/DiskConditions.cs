namespace Edge.Torture.Power;

/// <summary>How the store may use its disk: properly, or as a control that must lose something.</summary>
/// <param name="MountOptions">Of the data disk; empty: the defaults of ext4.</param>
/// <param name="WithoutFlush">No call of the program flushes.</param>
internal sealed record DiskConditions(string Name, string MountOptions, bool WithoutFlush)
{
    public static readonly DiskConditions Proper = new("ext4 as it is", "", WithoutFlush: false);

    /// <summary>Each must lose something, or the rig does not count.</summary>
    public static readonly DiskConditions[] Controls =
    [
        new("no fsync", "", WithoutFlush: true),
        new("ext4 nobarrier", "nobarrier", WithoutFlush: false),
    ];
}
