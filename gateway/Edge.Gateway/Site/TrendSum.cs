using System.Runtime.InteropServices;
using Edge.Site.Ports;

namespace Edge.Gateway.Site;

/// <summary>Some neighbouring slots as one step.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct TrendSum
{
    private TrendStretch.Slot _sum;
    private uint _gaps;

    /// <param name="slot">Later than those before.</param>
    public void Add(in TrendStretch.Slot slot)
    {
        if (slot.Valued > 0)
        {
            _sum.Min = _sum.Valued == 0 ? slot.Min : Math.Min(_sum.Min, slot.Min);
            _sum.Max = _sum.Valued == 0 ? slot.Max : Math.Max(_sum.Max, slot.Max);
            _sum.Last = slot.Last;
        }

        _sum.Sum += slot.Sum;
        _sum.Valued += slot.Valued;
        _sum.Good += slot.Good;
        _sum.Uncertain += slot.Uncertain;
        _sum.Bad += slot.Bad;
    }

    /// <summary>A gap begins in it.</summary>
    public void AddGap() => _gaps++;

    public readonly TrendStep Told => new(_sum.Good, _sum.Uncertain, _sum.Bad, _sum.Valued, _sum.Min, _sum.Max, _sum.Valued > 0 ? _sum.Sum / _sum.Valued : 0, _sum.Last) { Gaps = _gaps };
}
