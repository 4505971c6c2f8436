using Edge.Gateway.Pipeline;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Store.Tree;

namespace Edge.Gateway.Evidence;

/// <summary>
/// Finds what was in force at a place of the log. Asked in ascending order it reads each boot, configuration, calibration, clock correction and seal once,
/// however many readings were taken under them.
/// </summary>
internal sealed class ContextFinder(LogView log)
{
    private readonly Landmarks.Run[] _runs = [.. Landmarks.Before(log.Store, ulong.MaxValue).Reverse()];
    private readonly Dictionary<ulong, (Hash32 Leaf, byte[] Bytes)> _read = [];
    private readonly Dictionary<string, (Hash32 Configuration, Hash32 Calibration)> _channels = [];
    private (ulong From, ulong To) _stretch;
    private Hash32 _boot;
    private Hash32 _clock;
    private (ulong From, ulong To) _batch;
    private Hash32 _seal;

    /// <summary>The entries found so far.</summary>
    public IEnumerable<byte[]> Entries => _read.Values.Select(r => r.Bytes);

    /// <summary>The context of a reading of a channel at a place.</summary>
    /// <exception cref="EvidenceException">It cannot be told.</exception>
    public ReadingContext Of(ulong index, string channel)
    {
        if (index < _stretch.From || index >= _stretch.To)
            FindStretch(index);
        if (index < _batch.From || index >= _batch.To)
            FindBatch(index);
        var (configuration, calibration) = _channels.GetValueOrDefault(channel);
        return new ReadingContext(_boot, configuration, calibration, _clock, _seal);
    }

    /// <summary>Up to the next landmark the same boot, configurations, calibrations and clock correction are in force.</summary>
    private void FindStretch(ulong index)
    {
        var last = Array.FindLastIndex(_runs, r => r.First <= index);
        _stretch = (last < 0 ? 0 : _runs[last].First, last + 1 < _runs.Length ? _runs[last + 1].First : ulong.MaxValue);
        _clock = default;
        _channels.Clear();
        for (; last >= 0; last--)
        {
            var run = _runs[last];
            var first = Entry.Decode(Read(run.First).Bytes);
            if (first is ClockEntry && _clock == default)
                _clock = Read(run.First).Leaf;
            if (first is not BootEntry)
                continue;
            _boot = Read(run.First).Leaf;
            for (var i = run.First + 1; i < run.First + run.Count; i++)
                Take(Read(i));
            return;
        }

        throw new EvidenceException(w => w.NoBoot(index));
    }

    private void Take((Hash32 Leaf, byte[] Bytes) read)
    {
        switch (Entry.Decode(read.Bytes))
        {
            case ConfigurationEntry configuration:
                _channels[configuration.Channel] = (read.Leaf, _channels.GetValueOrDefault(configuration.Channel).Calibration);
                break;
            case CalibrationEntry calibration:
                _channels[calibration.Channel] = (_channels.GetValueOrDefault(calibration.Channel).Configuration, read.Leaf);
                break;
        }
    }

    /// <summary>The seal in force is the one that closed the batch before.</summary>
    private void FindBatch(ulong index)
    {
        var closing = (log.Store.FindCheckpoint(index + 1) ?? throw new EvidenceException(w => w.NotSealed(index))).Size - 1;
        var seal = Entry.Decode(KeptEntries.Read(log, closing)) as SealEntry ?? throw new EvidenceException(w => w.NotASeal(closing));
        _batch = (seal.First, closing + 1);
        _seal = seal.First > 0 ? Read(seal.First - 1).Leaf : default;
    }

    private (Hash32 Leaf, byte[] Bytes) Read(ulong index)
    {
        if (_read.TryGetValue(index, out var known))
            return known;
        var bytes = KeptEntries.Read(log, index);
        return _read[index] = (log.Hasher.Leaf(bytes), bytes);
    }
}
