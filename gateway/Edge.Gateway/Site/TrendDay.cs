using System.Runtime.InteropServices;

namespace Edge.Gateway.Site;

/// <summary>One day's readings of all channels, summed up in slots of equal width; which entries went into it.</summary>
/// <param name="since">POSIX seconds of its beginning.</param>
/// <param name="width">Seconds of a slot.</param>
internal sealed class TrendDay(long since, int width, int channels)
{
    public const int Seconds = 86_400;

    private readonly Slot[]?[] _slots = new Slot[]?[channels];

    [StructLayout(LayoutKind.Auto)]
    public record struct Slot
    {
        public uint Good, Uncertain, Bad, Valued;
        public double Min, Max, Sum, Last;
        public ulong LastIndex;
    }

    public long Since => since;

    /// <summary>Entries from <see cref="Low"/> on and below <see cref="High"/> were looked at.</summary>
    public ulong Low { get; set; }

    public ulong High { get; set; }

    /// <summary>Nothing below <see cref="Low"/> can be of this day.</summary>
    public bool IsDown { get; set; }

    /// <summary>Nothing from <see cref="High"/> on can be of it either.</summary>
    public bool IsOver { get; set; }

    /// <summary>Of when it was last asked for.</summary>
    public long Asked { get; set; }

    public ReadOnlySpan<Slot> Of(int channel) => _slots[channel];

    /// <summary>The slot of a time of this day.</summary>
    public ref Slot At(int channel, double seconds) => ref (_slots[channel] ??= new Slot[Seconds / width])[Math.Clamp((int)((seconds - since) / width), 0, (Seconds / width) - 1)];
}
