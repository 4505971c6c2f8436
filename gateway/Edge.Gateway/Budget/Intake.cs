using Edge.Gateway.Configuration;
using Edge.Gateway.Sampling;
using Edge.Gateway.Time;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Budget;

/// <summary>What is taken of what the samplers bring, and the count of what is not. Costs one look at a table for a reading. Belongs to the writer's thread.</summary>
public sealed class Intake(IReadOnlyList<ChannelSettings> channels)
{
    private readonly IntakeRule[] _rules = new IntakeRule[channels.Count];
    private readonly Untaken[] _untaken = new Untaken[channels.Count];
    private readonly WallTime?[] _since = new WallTime?[channels.Count];
    private readonly List<GapEntry> _ended = [];

    /// <summary>When the oldest reading was left out that no gap tells of; monotonic ns, null when there is none.</summary>
    public ulong? Since { get; private set; }

    /// <summary>Whether a limit crossed by a channel is looked for: not where nothing of it is taken.</summary>
    public bool Watches(int channel) => !_rules[channel].TakesNothing;

    /// <summary>Whether a reading is kept; if not, it is counted.</summary>
    /// <param name="always">It crosses a limit, and must not be thinned out.</param>
    public bool Takes(in StampedSample stamped, bool always)
    {
        if (_rules[stamped.Channel].Takes(always))
            return true;
        _untaken[stamped.Channel].Count(stamped.Monotonic);
        Since ??= stamped.Monotonic;
        return false;
    }

    /// <summary>Rules as the policies in force say; the later ones over the earlier. What a rule left out that changes now becomes a gap.</summary>
    internal void Follow(ReadOnlySpan<FullPolicy> policies, in ClockStamp now)
    {
        for (var channel = 0; channel < _rules.Length; channel++)
        {
            var rule = default(IntakeRule);
            foreach (var policy in policies)
                rule = rule.Under(policy, channels[channel].Name);
            if (rule.Says(_rules[channel]))
                continue;
            if (Tell(channel, now) is { } gap)
                _ended.Add(gap);
            _rules[channel] = rule;
            _since[channel] = now.Wall;
        }
    }

    /// <summary>Channels of which something is left out now, and why.</summary>
    internal IEnumerable<(string Channel, GapReason Why)> LeftOut() =>
        _rules.Select((rule, channel) => (Channel: channels[channel].Name, rule.Why)).Where(r => r.Why is not null).Select(r => (r.Channel, r.Why!.Value));

    /// <summary>The same, and since when that is told by no gap; a time is null where nobody vouched for it.</summary>
    internal IEnumerable<(string Channel, GapReason Why, WallTime? Since)> Untold() =>
        _rules.Select((rule, channel) => (Channel: channels[channel].Name, rule.Why, Since: _since[channel])).Where(r => r.Why is not null).Select(r => (r.Channel, r.Why!.Value, r.Since));

    /// <summary>A gap for each rule that ended, of all that it left out and no gap has told of.</summary>
    internal IReadOnlyList<GapEntry> TakeEnded()
    {
        if (_ended.Count == 0)
            return [];
        GapEntry[] gaps = [.. _ended];
        _ended.Clear();
        return gaps;
    }

    /// <summary>The same, and one for each rule in force.</summary>
    internal IReadOnlyList<GapEntry> TakeGaps(ClockStamp now)
    {
        if (Since is null && _ended.Count == 0)
            return [];
        List<GapEntry> gaps = [.. TakeEnded()];
        for (var channel = 0; channel < _untaken.Length; channel++)
        {
            if (Tell(channel, now) is { } gap)
                gaps.Add(gap);
            _since[channel] = now.Wall;
        }

        Since = null;
        return gaps;
    }

    private GapEntry? Tell(int channel, in ClockStamp now)
    {
        var untaken = _untaken[channel];
        _untaken[channel] = default;
        return untaken.Readings == 0 ? null : untaken.Gap(channels[channel].Name, _rules[channel], now);
    }
}
