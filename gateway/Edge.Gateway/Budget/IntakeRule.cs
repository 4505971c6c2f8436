using System.Globalization;
using System.Runtime.InteropServices;
using Edge.Gateway.Configuration;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Budget;

/// <summary>What is taken of one channel; by default everything.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct IntakeRule
{
    private int _keep;
    private int _turn;

    /// <summary>Why something is left out; null when nothing is.</summary>
    public GapReason? Why { get; private init; }

    public readonly bool TakesNothing => Why is GapReason.Shed or GapReason.Blocked;

    /// <summary>This rule, with one more policy in force.</summary>
    public readonly IntakeRule Under(FullPolicy policy, string channel) => policy switch
    {
        BlockPolicy => new IntakeRule { Why = GapReason.Blocked },
        StopPolicy stop when stop.Channels.Contains(channel) => new IntakeRule { Why = GapReason.Shed },
        ThinPolicy thin when !TakesNothing && (thin.Channels.Count == 0 || thin.Channels.Contains(channel)) => new IntakeRule { Why = GapReason.Thinned, _keep = thin.Keep },
        _ => this,
    };

    /// <summary>Whether it says the same as another.</summary>
    public readonly bool Says(in IntakeRule other) => Why == other.Why && _keep == other._keep;

    public bool Takes(bool always)
    {
        if (Why is null)
            return true;
        if (Why != GapReason.Thinned)
            return false;
        var turn = _turn;
        _turn = turn + 1 == _keep ? 0 : turn + 1;
        return turn == 0 || always;
    }

    /// <summary>In words, after the count of what was left out.</summary>
    public readonly string Words => Why switch
    {
        GapReason.Thinned => string.Create(CultureInfo.InvariantCulture, $"not kept: one of {_keep} was, because the store was nearly full"),
        GapReason.Shed => "not taken: sampling of this channel was stopped, because the store was nearly full",
        _ => "not taken: the store was full",
    };
}
