using Edge.Ledger.Historian;
using Edge.Ledger.Tiles;
using Edge.Store;
using Edge.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace Edge.Ledger.City.Historian;

/// <summary>
/// Entries of many gateways in one SQLite file: each under its gateway and index, once, for ever. Belongs to one thread at a time.
/// </summary>
public sealed class EntryArchive : IDisposable
{
    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, ArchivedLog> _logs = [];

    /// <summary>Opens the file; makes it if it is not there.</summary>
    /// <exception cref="StoreException">The file cannot be opened or is something else.</exception>
    public EntryArchive(string path)
    {
        _path = path;
        _connection = SqliteFile.Open(path, ArchiveFormat.Format);
        try
        {
            ArchivedLog.ReadAll(_connection, _logs);
        }
        catch (SqliteException e)
        {
            _connection.Dispose();
            throw SqliteFailure.From(e, path);
        }
    }

    /// <summary>The gateways that it has entries of.</summary>
    public IEnumerable<string> Gateways => _logs.Keys;

    /// <summary>What it holds of a gateway's log, durably.</summary>
    public IndexSet Held(string gateway) => _logs.TryGetValue(gateway, out var log) ? log.Held : new IndexSet();

    /// <summary>
    /// Stores entries in one transaction; what it holds already is compared and stays. A message with an entry that differs from the one held is not stored at all.
    /// </summary>
    /// <returns>The messages not stored.</returns>
    /// <exception cref="StoreException">They could not be made durable; nothing of them is held.</exception>
    public IReadOnlyList<Contradiction> Put(IReadOnlyCollection<ArrivedEntries> arrived)
    {
        ArgumentNullException.ThrowIfNull(arrived);
        var contradictions = new List<Contradiction>();
        var changed = new Dictionary<string, ArchivedLog>();
        try
        {
            SqliteWork.Do(_connection, () => Put(arrived, changed, contradictions));
        }
        catch (SqliteException e)
        {
            throw SqliteFailure.From(e, _path);
        }

        foreach (var (gateway, log) in changed)
            _logs[gateway] = log;
        return contradictions;
    }

    private void Put(IReadOnlyCollection<ArrivedEntries> arrived, Dictionary<string, ArchivedLog> changed, List<Contradiction> contradictions)
    {
        using var rows = new EntryRows(_connection);
        foreach (var (gateway, entries) in arrived)
        {
            if (entries.Count == 0)
                continue;
            if (!changed.TryGetValue(gateway, out var log))
                changed.Add(gateway, log = _logs.TryGetValue(gateway, out var known) ? known.Copy() : ArchivedLog.Add(_connection, gateway));
            if (rows.FindContradiction(log, entries) is { } index)
                contradictions.Add(new Contradiction(gateway, index));
            else
                rows.Add(log, entries);
        }

        foreach (var log in changed.Values)
            log.Write(_connection);
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();
}
