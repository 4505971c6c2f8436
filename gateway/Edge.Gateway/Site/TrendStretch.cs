using System.Runtime.InteropServices;

namespace Edge.Gateway.Site;

/// <summary>All channels' readings of a stretch of time, summed up in slots of equal width, and the gaps among them; which entries went into it.</summary>
/// <param name="since">POSIX seconds of its beginning.</param>
internal sealed class TrendStretch(long since, TrendGrid grid, int channels)
{
    /// <summary>Gaps that are noted; what comes beyond is not counted.</summary>
    private const int MostGaps = 4096;

    private readonly Slot[]?[] _slots = new Slot[]?[channels];
    private readonly List<Gap> _gaps = [];

    [StructLayout(LayoutKind.Auto)]
    public record struct Slot
    {
        public uint Good, Uncertain, Bad, Valued;
        public double Min, Max, Sum, Last;
        public ulong LastIndex;
    }

    /// <summary>A gap entry.</summary>
    /// <param name="Index">Its place in the log.</param>
    /// <param name="From">POSIX seconds; where that is not known, its end.</param>
    /// <param name="To">Its end; infinity where that is not known.</param>
    /// <param name="Channels">Places; null: all.</param>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Gap(ulong Index, double From, double To, int[]? Channels)
    {
        public bool IsOf(int channel) => Channels is null || Array.IndexOf(Channels, channel) >= 0;
    }

    public long Since => since;

    public long Until => since + grid.Seconds;

    /// <summary>Entries from <see cref="Low"/> on and below <see cref="High"/> were looked at.</summary>
    public ulong Low { get; set; }

    public ulong High { get; set; }

    /// <summary>Nothing below <see cref="Low"/> can be of this time.</summary>
    public bool IsDown { get; set; }

    /// <summary>Nothing from <see cref="High"/> on can be of it either.</summary>
    public bool IsOver { get; set; }

    /// <summary>Of when it was last asked for.</summary>
    public long Asked { get; set; }

    public IReadOnlyList<Gap> Gaps => _gaps;

    public ReadOnlySpan<Slot> Of(int channel) => _slots[channel];

    /// <summary>The slot of a time of this stretch.</summary>
    public ref Slot At(int channel, double seconds)
    {
        var slots = grid.Seconds / grid.Width;
        return ref (_slots[channel] ??= new Slot[slots])[Math.Clamp((int)((seconds - since) / grid.Width), 0, slots - 1)];
    }

    public void Note(in Gap gap)
    {
        if (_gaps.Count < MostGaps)
            _gaps.Add(gap);
    }
}
