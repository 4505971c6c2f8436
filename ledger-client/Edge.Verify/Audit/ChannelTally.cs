using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;

namespace Edge.Verify.Audit;

/// <summary>What was read of one channel, and what is in force for it.</summary>
public sealed class ChannelTally(string name)
{
    public string Name { get; } = name;

    /// <summary>Of its newest reading, UTF-8.</summary>
    public byte[] Unit { get; internal set; } = [];

    public QualityCounts Counts { get; internal set; }

    public ulong Readings => Counts.Good + Counts.Uncertain + Counts.Bad;

    internal Hash32 Configuration { get; set; }

    internal Hash32 Calibration { get; set; }

    /// <summary>The start, by number, that both are of.</summary>
    internal ulong Start { get; set; }

    internal byte[] Key { get; } = System.Text.Encoding.UTF8.GetBytes(name);

    /// <summary>The channel that was read after it: channels take turns.</summary>
    internal ChannelTally? Next { get; set; }

    /// <summary>The hash that its readings carry during <see cref="Era"/>.</summary>
    internal Hash32 Context { get; set; }

    /// <summary>The stretch of the log, by number, that <see cref="Context"/> is of; 0 while it is of none.</summary>
    internal ulong Era { get; set; }
}
