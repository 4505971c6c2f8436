using System.Text;
using Edge.Gateway.Evidence;
using Edge.Ledger.Entries;
using Edge.Site.Ports;

namespace Edge.Gateway.Site;

/// <summary>
/// Stretches of time as they were summed up, a few of them: one look at one serves the charts of all channels, and what came since is added when someone asks again.
/// All of it can be made again from the log; it is, when it becomes known that a clock was wrong.
/// </summary>
internal sealed class TrendStretches
{
    private const ulong Stride = 4096;

    /// <summary>Seconds after which a stretch is over.</summary>
    private const double Late = 3600;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _places;
    private readonly int _channels;
    private readonly TrendGrid _grid;
    private readonly Dictionary<long, TrendStretch> _stretches = [];
    private int _clockwork;
    private long _asked;

    /// <param name="channels">Names.</param>
    public TrendStretches(IReadOnlyList<string> channels, TrendGrid grid)
    {
        _places = channels.Index().ToDictionary(c => c.Item, c => c.Index).GetAlternateLookup<ReadOnlySpan<char>>();
        _channels = channels.Count;
        _grid = grid;
    }

    /// <summary>Whether its slots are narrow enough for so many steps.</summary>
    public bool Bears(Period period, int steps) => (period.Until - period.Since) / steps >= _grid.Width;

    public Trend Of(SiteLog log, string channel, Period period, int steps, LookBudget budget)
    {
        var place = _places.TryGetValue(channel, out var known) ? known : throw new RefusedException(Refusal.NotFound, "this gateway has no such channel");
        var times = log.Times;
        if (_clockwork != log.Clockwork)
            _stretches.Clear();
        _clockwork = log.Clockwork;
        _asked++;
        var step = Step(period, steps);
        var since = (long)Math.Floor(period.Since / step) * step;
        var sums = new TrendSum[(int)(((long)period.Until - since) / step) + 1];
        var (oldest, newest) = ((long)Math.Floor((double)since / _grid.Seconds), (long)Math.Floor(period.Until / _grid.Seconds));
        var isWhole = true;
        for (var i = newest; i >= oldest; i--)
            isWhole &= FillOrForget(log, times, Stretch(i * _grid.Seconds), budget);
        var gaps = new HashSet<ulong>();
        for (var i = oldest; i <= newest; i++)
        {
            var stretch = Stretch(i * _grid.Seconds);
            Add(sums, stretch, place, since, step, period);
            foreach (var gap in stretch.Gaps.Where(g => g.IsOf(place) && g.From <= period.Until && g.To >= since && gaps.Add(g.Index)))
                sums[(int)((Math.Max(gap.From, since) - since) / step)].AddGap();
        }

        return new Trend(since, step, [.. sums.Select(s => s.Told)], isWhole);
    }

    private int Step(Period period, int steps) => (int)Math.Max(1, Math.Ceiling(((period.Until - period.Since) / _grid.Width) / steps)) * _grid.Width;

    private TrendStretch Stretch(long since)
    {
        if (!_stretches.TryGetValue(since, out var stretch))
        {
            if (_stretches.Count >= _grid.Most)
                _stretches.Remove(_stretches.Values.MinBy(s => s.Asked)!.Since);
            _stretches[since] = stretch = new TrendStretch(since, _grid, _channels);
        }

        stretch.Asked = _asked;
        return stretch;
    }

    private bool FillOrForget(SiteLog log, BootTimes times, TrendStretch stretch, LookBudget budget)
    {
        try
        {
            return Fill(log, times, stretch, budget);
        }
        catch
        {
            // Of a stride that was broken off it is not known what was counted.
            _stretches.Remove(stretch.Since);
            throw;
        }
    }

    /// <summary>Looks at what was not looked at: first what came since, then further back.</summary>
    private bool Fill(SiteLog log, BootTimes times, TrendStretch stretch, LookBudget budget)
    {
        var size = log.View.Store.Extent.Size;
        var period = new Period(stretch.Since, stretch.Until);
        if (stretch.High == 0)
            stretch.Low = stretch.High = size;
        if (!stretch.IsOver && !Rise(log, times, stretch, size, budget))
            return false;
        if (stretch.IsDown)
            return Settle(log, times, stretch);
        var walk = new PastWalk(log, Sought.Readings, period, budget);
        foreach (var (first, count) in walk.Strides(stretch.Low))
        {
            Take(log, times, stretch, first, count);
            stretch.Low = first;
        }

        stretch.Low = walk.LeftAt ?? stretch.Low;
        stretch.IsDown = walk.LeftAt is null;
        return stretch.IsDown && Settle(log, times, stretch);
    }

    /// <summary>Reads what came since, upwards: wherever it is left, nothing was passed over.</summary>
    private bool Rise(SiteLog log, BootTimes times, TrendStretch stretch, ulong size, LookBudget budget)
    {
        for (; stretch.High < size; stretch.High = Math.Min(size, stretch.High + Stride))
        {
            if (budget.IsSpent)
                return false;
            Take(log, times, stretch, stretch.High, Math.Min(Stride, size - stretch.High));
        }

        return true;
    }

    private static bool Settle(SiteLog log, BootTimes times, TrendStretch stretch)
    {
        stretch.IsOver |= IsPast(log, times, stretch.Until);
        return true;
    }

    /// <summary>Whether the newest seal was made so long after a time that nothing of before it is still to come.</summary>
    private static bool IsPast(SiteLog log, BootTimes times, long until) =>
        log.View.Store.NewestCheckpoint()?.Size is { } whole and > 0 && HeldEntries.Batch(log.View, whole).Seal is { } seal
        && times.Of(whole - 1, seal) is { Wall.Seconds: var newest } && newest > until + Late;

    private void Take(SiteLog log, BootTimes times, TrendStretch stretch, ulong first, ulong count) => HeldEntries.Read(log.View, first, count, (index, bytes) =>
    {
        Span<char> name = stackalloc char[ReadingEncoder.MaxName];
        if (!ReadingView.TryRead(bytes, out var reading))
        {
            if (Entry.Decode(bytes) is GapEntry gap)
                Note(stretch, index, gap);
            return;
        }

        if (!_places.TryGetValue(name[..Encoding.UTF8.GetChars(reading.Channel, name)], out var place))
            return;
        if (times.Of(index, reading.Monotonic, reading.Wall) is not { Wall.Seconds: var seconds } || seconds < stretch.Since || seconds >= stretch.Until)
            return;
        Add(ref stretch.At(place, seconds), index, reading);
    });

    private void Note(TrendStretch stretch, ulong index, GapEntry gap)
    {
        if ((gap.From ?? gap.To)?.Seconds is not { } from || !GapFinder.Speaks(gap, null, stretch.Since, stretch.Until))
            return;
        var names = _places.Dictionary;
        stretch.Note(new TrendStretch.Gap(index, from, gap.To?.Seconds ?? double.PositiveInfinity, gap.Channels.Count == 0 ? null : [.. gap.Channels.Where(names.ContainsKey).Select(c => names[c])]));
    }

    private static void Add(ref TrendStretch.Slot slot, ulong index, in ReadingView reading)
    {
        switch (reading.Quality)
        {
            case Quality.Good:
                slot.Good++;
                break;
            case Quality.Uncertain:
                slot.Uncertain++;
                break;
            default:
                slot.Bad++;
                return;
        }

        if (reading.Value is not { } value || !double.IsFinite(value))
            return;
        slot.Min = slot.Valued == 0 ? value : Math.Min(slot.Min, value);
        slot.Max = slot.Valued == 0 ? value : Math.Max(slot.Max, value);
        slot.Sum += value;
        if (slot.Valued == 0 || index > slot.LastIndex)
            (slot.Last, slot.LastIndex) = (value, index);
        slot.Valued++;
    }

    private void Add(TrendSum[] sums, TrendStretch stretch, int place, long since, int step, Period period)
    {
        var slots = stretch.Of(place);
        for (var i = 0; i < slots.Length; i++)
        {
            var begin = stretch.Since + ((long)i * _grid.Width);
            if (begin + _grid.Width > period.Since && begin <= period.Until && begin >= since)
                sums[(int)((begin - since) / step)].Add(slots[i]);
        }
    }
}
