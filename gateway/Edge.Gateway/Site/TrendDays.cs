using System.Text;
using Edge.Gateway.Evidence;
using Edge.Ledger.Entries;
using Edge.Site.Ports;

namespace Edge.Gateway.Site;

/// <summary>
/// Days as they were summed up, a few of them: one look at a day serves the charts of all channels, and what came since is added when someone asks again.
/// All of it can be made again from the log; it is, when it becomes known that a clock was wrong.
/// </summary>
internal sealed class TrendDays
{
    /// <summary>A week touches eight days, and its first step may begin in the one before.</summary>
    private const int Most = 9;

    private const int MostBytes = 12 * 1024 * 1024;
    private const int SlotBytes = 64;
    private const ulong Stride = 4096;

    /// <summary>Seconds after which a day is over.</summary>
    private const double Late = 3600;

    private static readonly int[] Widths = [60, 120, 300, 600, 1800, 3600, 10_800, 21_600, 43_200, TrendDay.Seconds];

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _places;
    private readonly int _channels, _width;
    private readonly Dictionary<long, TrendDay> _days = [];
    private int _clockwork;
    private long _asked;

    /// <param name="channels">Names.</param>
    public TrendDays(IReadOnlyList<string> channels)
    {
        _places = channels.Index().ToDictionary(c => c.Item, c => c.Index).GetAlternateLookup<ReadOnlySpan<char>>();
        _channels = channels.Count;
        _width = Widths.FirstOrDefault(w => (long)Most * _channels * (TrendDay.Seconds / w) * SlotBytes <= MostBytes, TrendDay.Seconds);
    }

    public Trend Of(SiteLog log, string channel, Period period, int steps, LookBudget budget)
    {
        var place = _places.TryGetValue(channel, out var known) ? known : throw new RefusedException(Refusal.NotFound, "this gateway has no such channel");
        var times = log.Times;
        if (_clockwork != log.Clockwork)
            _days.Clear();
        _clockwork = log.Clockwork;
        _asked++;
        var step = Step(period, steps);
        var since = (long)Math.Floor(period.Since / step) * step;
        var sums = new TrendSum[(int)(((long)period.Until - since) / step) + 1];
        var (oldest, newest) = ((long)Math.Floor((double)since / TrendDay.Seconds), (long)Math.Floor(period.Until / TrendDay.Seconds));
        var isWhole = true;
        for (var day = newest; day >= oldest; day--)
            isWhole &= FillOrForget(log, times, Day(day * TrendDay.Seconds), budget);
        for (var day = oldest; day <= newest; day++)
            Add(sums, Day(day * TrendDay.Seconds), place, since, step, period);

        return new Trend(since, step, [.. sums.Select(s => s.Told)], isWhole);
    }

    private int Step(Period period, int steps) => (int)Math.Max(1, Math.Ceiling(((period.Until - period.Since) / _width) / steps)) * _width;

    private TrendDay Day(long since)
    {
        if (!_days.TryGetValue(since, out var day))
        {
            if (_days.Count >= Most)
                _days.Remove(_days.Values.MinBy(d => d.Asked)!.Since);
            _days[since] = day = new TrendDay(since, _width, _channels);
        }

        day.Asked = _asked;
        return day;
    }

    private bool FillOrForget(SiteLog log, BootTimes times, TrendDay day, LookBudget budget)
    {
        try
        {
            return Fill(log, times, day, budget);
        }
        catch
        {
            // Of a stride that was broken off it is not known what was counted.
            _days.Remove(day.Since);
            throw;
        }
    }

    /// <summary>Looks at what was not looked at: first what came since, then further back.</summary>
    private bool Fill(SiteLog log, BootTimes times, TrendDay day, LookBudget budget)
    {
        var size = log.View.Store.Extent.Size;
        var period = new Period(day.Since, day.Since + TrendDay.Seconds);
        if (day.High == 0)
            day.Low = day.High = size;
        if (!day.IsOver && !Rise(log, times, day, size, budget))
            return false;
        if (day.IsDown)
            return Settle(log, times, day);
        var walk = new PastWalk(log, Sought.Readings, period, budget);
        foreach (var (first, count) in walk.Strides(day.Low))
        {
            Take(log, times, day, first, count);
            day.Low = first;
        }

        day.Low = walk.LeftAt ?? day.Low;
        day.IsDown = walk.LeftAt is null;
        return day.IsDown && Settle(log, times, day);
    }

    /// <summary>Reads what came since, upwards: wherever it is left, nothing was passed over.</summary>
    private bool Rise(SiteLog log, BootTimes times, TrendDay day, ulong size, LookBudget budget)
    {
        for (; day.High < size; day.High = Math.Min(size, day.High + Stride))
        {
            if (budget.IsSpent)
                return false;
            Take(log, times, day, day.High, Math.Min(Stride, size - day.High));
        }

        return true;
    }

    private static bool Settle(SiteLog log, BootTimes times, TrendDay day)
    {
        day.IsOver |= IsPast(log, times, day.Since + TrendDay.Seconds);
        return true;
    }

    /// <summary>Whether the newest seal was made so long after a time that nothing of before it is still to come.</summary>
    private static bool IsPast(SiteLog log, BootTimes times, long until) =>
        log.View.Store.NewestCheckpoint()?.Size is { } whole and > 0 && HeldEntries.Batch(log.View, whole).Seal is { } seal
        && times.Of(whole - 1, seal) is { Wall.Seconds: var newest } && newest > until + Late;

    private void Take(SiteLog log, BootTimes times, TrendDay day, ulong first, ulong count) => HeldEntries.Read(log.View, first, count, (index, bytes) =>
    {
        Span<char> name = stackalloc char[ReadingEncoder.MaxName];
        if (!ReadingView.TryRead(bytes, out var reading) || !_places.TryGetValue(name[..Encoding.UTF8.GetChars(reading.Channel, name)], out var place))
            return;
        if (times.Of(index, reading.Monotonic, reading.Wall) is not { Wall.Seconds: var seconds } || seconds < day.Since || seconds >= day.Since + TrendDay.Seconds)
            return;
        Add(ref day.At(place, seconds), index, reading);
    });

    private static void Add(ref TrendDay.Slot slot, ulong index, in ReadingView reading)
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

    private void Add(TrendSum[] sums, TrendDay day, int place, long since, int step, Period period)
    {
        var slots = day.Of(place);
        for (var i = 0; i < slots.Length; i++)
        {
            var begin = day.Since + ((long)i * _width);
            if (begin + _width > period.Since && begin <= period.Until && begin >= since)
                sums[(int)((begin - since) / step)].Add(slots[i]);
        }
    }
}
