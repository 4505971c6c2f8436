using Edge.Gateway.Past;
using Edge.Gateway.Sampling;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Store;
using Edge.Store.Tree;

namespace Edge.Gateway.Opening;

/// <summary>Configurations, and calibrations that people wrote, that the newest run of a log was taken under, by channel, each with its leaf hash.</summary>
internal sealed class FormerRun
{
    private readonly Dictionary<string, (Hash32 Leaf, ConfigurationEntry Entry)> _configurations = [];
    private readonly Dictionary<string, (Hash32 Leaf, CalibrationEntry Entry)> _calibrations = [];

    private FormerRun()
    {
    }

    /// <summary>False when some of it is damaged: what is not found may have been there.</summary>
    public bool IsWhole { get; private set; } = true;

    public IReadOnlyDictionary<string, (Hash32 Leaf, ConfigurationEntry Entry)> Configurations => _configurations;

    public IReadOnlyDictionary<string, (Hash32 Leaf, CalibrationEntry Entry)> Calibrations => _calibrations;

    /// <summary>The configuration file of that run, and who had put it into force; null when no configuration is left of it.</summary>
    public (Hash32 File, string Who)? File => _configurations.Count == 0 ? null : _configurations.Values.Select(c => (c.Entry.File, c.Entry.Who)).First();

    /// <summary>Of a log before the next run is begun; nothing in a new one.</summary>
    public static FormerRun Of(LogView log)
    {
        var former = new FormerRun();
        var size = log.Store.Extent.Size;
        foreach (var run in Landmarks.Before(log.Store, ulong.MaxValue).Where(r => r.First < size))
        {
            if (former.TakeRun(log, run.First, Math.Min(size, run.First + run.Count)))
                break;
        }

        return former;
    }

    /// <summary>True when it begins with a boot: what is older was not in force any more.</summary>
    private bool TakeRun(LogView log, ulong first, ulong end)
    {
        var isBoot = false;
        for (var index = first; index < end; index++)
            isBoot |= Take(log, index) is BootEntry;
        return isBoot;
    }

    private Entry? Take(LogView log, ulong index)
    {
        try
        {
            var bytes = KeptEntries.Read(log, index);
            var entry = Entry.Decode(bytes);
            if (entry is ConfigurationEntry configuration)
                _configurations.TryAdd(configuration.Channel, (log.Hasher.Leaf(bytes), configuration));
            else if (entry is CalibrationEntry calibration && !DeviceCalibration.Is(calibration))
                _calibrations.TryAdd(calibration.Channel, (log.Hasher.Leaf(bytes), calibration));
            return entry;
        }
        catch (Exception e) when (e is EntryEvictedException or LogDamagedException)
        {
            IsWhole = false;
            return null;
        }
    }
}
