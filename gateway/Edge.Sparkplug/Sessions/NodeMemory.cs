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
    private byte? _last;
    private ulong _skippedBelow;

    public NodeMemory(IEntryLog log, NodeDevices devices, NodeNote note, ILogger logger)
    {
        (Log, Devices, _note, _logger) = (log, devices, note, logger);
        var noted = note.Read();
        _last = noted?.Session;
        // Nothing is told of the time before there was a Sparkplug, nor by a note of another log.
        var told = noted?.Told is { } known && known.End <= devices.StartedAt ? known : new IndexSet();
        if (told.Count == 0)
            told.Add(0, devices.StartedAt);
        Told = new ToldEntries(told);
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

    /// <summary>A connection is about to be made, of the next number.</summary>
    public void BeginSession()
    {
        Session = _last is { } last ? (byte)(last + 1) : (byte)0;
        _last = Session;
        Save();
    }

    /// <summary>Notes what must be known after a restart.</summary>
    public void Save()
    {
        try
        {
            _note.Write(Session, Told.Told);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            SparkplugMessages.NotNoted(_logger, e.Message);
        }
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
