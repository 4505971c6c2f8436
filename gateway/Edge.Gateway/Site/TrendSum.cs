using System.Runtime.InteropServices;
using Edge.Site.Ports;

namespace Edge.Gateway.Site;

/// <summary>Some neighbouring slots as one step.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct TrendSum
{
    private TrendDay.Slot _sum;

    /// <param name="slot">Later than those before.</param>
    public void Add(in TrendDay.Slot slot)
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

    public readonly TrendStep Told => new(_sum.Good, _sum.Uncertain, _sum.Bad, _sum.Valued, _sum.Min, _sum.Max, _sum.Valued > 0 ? _sum.Sum / _sum.Valued : 0, _sum.Last);
}
