using Edge.Gateway.Past;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Store;
using Edge.Store.Tree;

namespace Edge.Gateway.Evidence;

/// <summary>
/// Finds what was in force at a place of the log. Asked in ascending order it reads each boot, configuration, calibration, clock correction and seal once,
/// however many readings were taken under them. Of what is damaged or gone the hash is still known, and the hash that a reading carries shows whether it is the right one.
/// </summary>
internal sealed class ContextFinder(LogView log)
{
    private readonly Landmarks.Run[] _runs = [.. Landmarks.Before(log.Store, ulong.MaxValue).Reverse()];
    private readonly Dictionary<ulong, (Hash32 Leaf, byte[]? Bytes)> _read = [];
    private readonly Dictionary<string, (Hash32 Configuration, Hash32 Calibration)> _channels = [];
    private readonly List<Hash32> _unread = [], _clocks = [];
    private (ulong From, ulong To) _stretch;
    private Hash32 _boot;
    private (ulong From, ulong To) _batch;
    private Hash32 _seal;

    /// <summary>Configurations and calibrations of a run that are tried by their hash, when so many of it are damaged.</summary>
    private const int MostTried = 16;

    /// <summary>The entries found so far.</summary>
    public IEnumerable<byte[]> Entries => _read.Values.Select(r => r.Bytes).OfType<byte[]>();

    /// <summary>The context of a reading at a place; null when what is left does not have the hash that the reading was logged with.</summary>
    /// <exception cref="EvidenceException">The reading is in no batch.</exception>
    public ReadingContext? Of(ulong index, ReadingEntry reading)
    {
        if (index < _stretch.From || index >= _stretch.To)
            FindStretch(index);
        if (index < _batch.From || index >= _batch.To)
            FindBatch(index);
        var (configuration, calibration) = _channels.GetValueOrDefault(reading.Channel);
        foreach (var tried in Tried(new ReadingContext(_boot, configuration, calibration, _clocks[0], _seal)))
        {
            if (tried.Hash(log.Hasher) != reading.Context)
                continue;
            _channels[reading.Channel] = (tried.Configuration, tried.Calibration);
            return tried;
        }

        return null;
    }

    /// <summary>A damaged entry does not say whether it was a configuration, a calibration or a clock correction, nor of which channel.</summary>
    private IEnumerable<ReadingContext> Tried(ReadingContext context) => _unread.Count == 0 ? [context]
        : from clock in _clocks
          from configuration in _unread.Prepend(context.Configuration)
          from calibration in _unread.Prepend(context.Calibration)
          select context with { Configuration = configuration, Calibration = calibration, Clock = clock };

    /// <summary>Up to the next landmark the same boot, configurations, calibrations and clock correction are in force.</summary>
    private void FindStretch(ulong index)
    {
        var last = Array.FindLastIndex(_runs, r => r.First <= index);
        _stretch = (last < 0 ? 0 : _runs[last].First, last + 1 < _runs.Length ? _runs[last + 1].First : ulong.MaxValue);
        _boot = default;
        _channels.Clear();
        _unread.Clear();
        _clocks.Clear();
        var isClockKnown = false;
        for (; last >= 0; last--)
        {
            var run = _runs[last];
            var (leaf, bytes) = Read(run.First);
            // A boot is followed by configurations: what stands alone was a clock correction, or a calibration that a device told of.
            if (run.Count == 1 && (bytes is null ? null : Entry.Decode(bytes)) is not BootEntry and var alone)
            {
                if (alone is null or ClockEntry && !isClockKnown)
                    _clocks.Add(leaf);
                isClockKnown |= alone is ClockEntry;
                if (alone is not ClockEntry)
                    Take((leaf, bytes));
                continue;
            }

            _boot = leaf;
            for (var i = run.First + 1; i < run.First + run.Count; i++)
                Take(Read(i));
            break;
        }

        if (!isClockKnown)
            _clocks.Add(default);
    }

    /// <summary>What was in force; of two calibrations the later one, which is read first.</summary>
    private void Take((Hash32 Leaf, byte[]? Bytes) read)
    {
        switch (read.Bytes is null ? null : Entry.Decode(read.Bytes))
        {
            case null when _unread.Count < MostTried:
                _unread.Add(read.Leaf);
                break;
            case ConfigurationEntry configuration:
                _channels[configuration.Channel] = (read.Leaf, _channels.GetValueOrDefault(configuration.Channel).Calibration);
                break;
            case CalibrationEntry calibration:
                var (ofChannel, later) = _channels.GetValueOrDefault(calibration.Channel);
                _channels[calibration.Channel] = (ofChannel, later == default ? read.Leaf : later);
                break;
        }
    }

    /// <summary>The seal in force is the one that closed the batch before.</summary>
    private void FindBatch(ulong index)
    {
        var end = (log.Store.FindCheckpoint(index + 1) ?? throw new EvidenceException(w => w.NotSealed(index))).Size;
        var (_, first) = HeldEntries.Batch(log, end);

        // A checkpoint that is damaged is not found: its batch ends where the next one begins.
        while (index < first)
        {
            end = first;
            (_, first) = HeldEntries.Batch(log, end);
        }

        _batch = (first, end);
        _seal = first > 0 ? Read(first - 1).Leaf : default;
    }

    private (Hash32 Leaf, byte[]? Bytes) Read(ulong index)
    {
        if (_read.TryGetValue(index, out var known))
            return known;
        var bytes = HeldEntries.Find(log, index);
        return _read[index] = (bytes is null ? Hash(index) : log.Hasher.Leaf(bytes), bytes);
    }

    /// <summary>The hash an entry was logged with; zeros, which no reading names, when that is lost too.</summary>
    private Hash32 Hash(ulong index)
    {
        try
        {
            return log.Node(0, index);
        }
        catch (LogDamagedException)
        {
            return default;
        }
    }
}
