using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Evidence;

/// <summary>
/// Walks disclosed entries in the log's order and knows which are in force: the latest boot; since that boot the latest configuration and calibration of
/// each channel and the latest clock correction; the latest seal. A reading's context hash shows whether they are the right ones.
/// </summary>
internal sealed class ContextInForce(TreeHasher hasher)
{
    private readonly record struct Known<T>(T? Entry, Hash32 Leaf)
        where T : Entry;

    private readonly Dictionary<string, Known<ConfigurationEntry>> _configurations = [];
    private readonly Dictionary<string, Known<CalibrationEntry>> _calibrations = [];
    private Known<BootEntry> _boot;
    private Known<ClockEntry> _clock;
    private Known<SealEntry> _seal;

    public void Pass(Entry entry, ReadOnlySpan<byte> bytes)
    {
        switch (entry)
        {
            case BootEntry boot:
                _boot = new(boot, hasher.Leaf(bytes));
                _clock = default;
                _configurations.Clear();
                _calibrations.Clear();
                break;
            case ClockEntry clock:
                _clock = new(clock, hasher.Leaf(bytes));
                break;
            case ConfigurationEntry configuration:
                _configurations[configuration.Channel] = new(configuration, hasher.Leaf(bytes));
                break;
            case CalibrationEntry calibration:
                _calibrations[calibration.Channel] = new(calibration, hasher.Leaf(bytes));
                break;
            case SealEntry seal:
                _seal = new(seal, hasher.Leaf(bytes));
                break;
        }
    }

    /// <summary>The reading with its meaning, or null when its context is not what is in force here.</summary>
    public ProvedReading? Prove(ulong index, ReadingEntry reading)
    {
        var configuration = _configurations.GetValueOrDefault(reading.Channel);
        var calibration = _calibrations.GetValueOrDefault(reading.Channel);
        var context = new ReadingContext(_boot.Leaf, configuration.Leaf, calibration.Leaf, _clock.Leaf, _seal.Leaf);
        return _boot.Entry is { } boot && context.Hash(hasher) == reading.Context
            ? new ProvedReading(index, reading, boot, configuration.Entry, calibration.Entry, _clock.Entry, _seal.Entry, null, null) { Context = context }
            : null;
    }
}
