using Edge.Ledger.Historian;
using Edge.Store;
using Edge.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace Edge.Ledger.City.Historian;

/// <summary>Reads an archive, beside a historian that writes it. One thread at a time.</summary>
public sealed class ArchiveReader : IDisposable
{
    private readonly SqliteConnection _connection;

    /// <exception cref="StoreException">There is no such file, or it is something else.</exception>
    public ArchiveReader(string path) => _connection = SqliteFile.OpenReadOnly(path, ArchiveFormat.Format);

    /// <summary>What it holds of a gateway's log.</summary>
    public IndexSet Held(string gateway)
    {
        var logs = new Dictionary<string, ArchivedLog>();
        ArchivedLog.ReadAll(_connection, logs);
        return logs.TryGetValue(gateway, out var log) ? log.Held : new IndexSet();
    }

    /// <summary>Entries of a gateway in the order of their indices.</summary>
    /// <param name="gateway">Its id.</param>
    /// <param name="first">The lowest index wanted.</param>
    /// <param name="last">The highest index wanted; below 2^63.</param>
    public IEnumerable<(ulong Index, byte[] Entry)> Entries(string gateway, ulong first = 0, ulong last = long.MaxValue)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT place, bytes FROM entries JOIN gateways ON number = gateway WHERE id = $id AND place BETWEEN $first AND $last ORDER BY place";
        command.Parameters.AddWithValue("$id", gateway);
        command.Parameters.AddWithValue("$first", (long)Math.Min(first, long.MaxValue));
        command.Parameters.AddWithValue("$last", (long)Math.Min(last, long.MaxValue));
        using var row = command.ExecuteReader();
        while (row.Read())
            yield return ((ulong)row.GetInt64(0), row.GetFieldValue<byte[]>(1));
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();
}
