using Edge.Ledger.Historian;
using Edge.Ledger.Mqtt.Draining;
using Edge.Sparkplug.Devices;
using Edge.Sparkplug.Progress;
using Microsoft.Extensions.Logging;

namespace Edge.Sparkplug.Sessions;

/// <summary>What outlives a connection of the node, and where it must a run of the gateway. One thread at a time.</summary>
internal sealed class NodeMemory
{
    private readonly NodeNote _note;
    private readonly ILogger _logger;
    private byte? _last, _noted;
    private ulong _skippedBelow;

    public NodeMemory(IEntryLog log, NodeDevices devices, NodeNote note, ILogger logger)
    {
        (Log, Devices, _note, _logger) = (log, devices, note, logger);
        var noted = note.Read();
        _last = noted?.Session;
        Told = new ToldEntries(noted?.Told is { } told && told.End <= devices.StartedAt ? told : Before(devices.StartedAt));
    }

    public IEntryLog Log { get; }

    public NodeDevices Devices { get; }

    public ToldEntries Told { get; }

    /// <summary>The number of the present session, which its birth and its death have in common.</summary>
    public byte Session { get; private set; }

    /// <summary>Entries that are durable.</summary>
    public ulong Size => Math.Max(Log.Size, Devices.StartedAt);

    /// <summary>The lowest index that is held.</summary>
    public ulong Oldest => Math.Max(_skippedBelow, Math.Min(Log.Oldest, Size));

    /// <summary>A connection is about to be tried, of the next number. It stays the next until one is made: a broker that is away for long costs no writes.</summary>
    public void BeginSession()
    {
        Session = _last is { } last ? (byte)(last + 1) : (byte)0;
        if (_noted != Session)
            Save();
    }

    /// <summary>The connection was made.</summary>
    public void Connected() => _last = Session;

    /// <summary>Notes what must be known after a restart.</summary>
    public void Save()
    {
        try
        {
            _note.Write(Session, Told.Told);
            _noted = Session;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            SparkplugMessages.NotNoted(_logger, e.Message);
        }
    }

    /// <summary>Of the time before there was such a node nothing is told; nor where the note is that of another log.</summary>
    private static IndexSet Before(ulong size)
    {
        var told = new IndexSet();
        told.Add(0, size);
        return told;
    }

    /// <summary>What was evicted before it was told will not be.</summary>
    public void SkipEvicted()
    {
        // Before its first commit a log has nothing that could tell.
        if (Log.Size == 0 || Oldest is var oldest && oldest <= _skippedBelow)
            return;
        Skip(new IndexSpan(_skippedBelow, oldest));
        _skippedBelow = oldest;
    }

    /// <summary>Entries cannot be told.</summary>
    public void Skip(IndexSpan entries)
    {
        if (Told.Skip(entries) is > 0 and var count)
            SparkplugMessages.Skipped(_logger, count, entries.To);
    }
}
