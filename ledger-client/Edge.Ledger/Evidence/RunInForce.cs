using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Evidence;

/// <summary>
/// What the entries of one contiguous run show to be in force, by leaf hash: a reading of the run cannot have another context than its run shows. What
/// happened before the run is not known, until a boot in it ends what was.
/// </summary>
internal sealed class RunInForce
{
    private readonly Dictionary<string, Hash32> _configurations = [];
    private readonly Dictionary<string, Hash32> _calibrations = [];
    private Hash32? _boot;
    private Hash32? _clock;
    private Hash32? _seal;

    public void Begin()
    {
        Forget();
        (_boot, _clock, _seal) = (null, null, null);
    }

    public void Pass(Entry entry, in Hash32 leaf)
    {
        switch (entry)
        {
            case BootEntry:
                Forget();
                (_boot, _clock) = (leaf, default(Hash32));
                break;
            case ClockEntry:
                _clock = leaf;
                break;
            case ConfigurationEntry configuration:
                _configurations[configuration.Channel] = leaf;
                break;
            case CalibrationEntry calibration:
                _calibrations[calibration.Channel] = leaf;
                break;
            case SealEntry:
                _seal = leaf;
                break;
        }
    }

    public bool Allows(string channel, in ReadingContext context) =>
        Is(_boot, context.Boot) && Is(_clock, context.Clock) && Is(_seal, context.Seal)
        && Is(Of(_configurations, channel), context.Configuration) && Is(Of(_calibrations, channel), context.Calibration);

    private static bool Is(Hash32? known, in Hash32 named) => known is null || known == named;

    private Hash32? Of(Dictionary<string, Hash32> known, string channel) =>
        known.TryGetValue(channel, out var leaf) ? leaf : _boot is null ? null : default(Hash32);

    private void Forget()
    {
        _configurations.Clear();
        _calibrations.Clear();
    }
}
