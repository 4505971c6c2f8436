using System.Globalization;
using System.Runtime.InteropServices;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Budget;

/// <summary>Readings of one channel that were left out.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Untaken
{
    private WallTime? _from;
    private WallTime? _to;

    public long Readings { get; private set; }

    public void Count(in WallTime? wall)
    {
        if (Readings++ == 0)
            _from = wall;
        _to = wall;
    }

    public readonly GapEntry Gap(string channel, in IntakeRule rule) =>
        new([channel], _from, _to, rule.Why ?? GapReason.Blocked, string.Create(CultureInfo.InvariantCulture, $"{Readings} readings {rule.Words}"));
}
