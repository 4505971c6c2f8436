using Edge.Ledger.Historian;
using Edge.Ledger.Tiles;
using Microsoft.Data.Sqlite;

namespace Edge.Ledger.City.Historian;

/// <summary>The archive's rows of entries, within one transaction.</summary>
internal sealed class EntryRows : IDisposable
{
    private readonly SqliteCommand _find;
    private readonly SqliteCommand _add;

    public EntryRows(SqliteConnection connection)
    {
        _find = connection.CreateCommand();
        _find.CommandText = "SELECT bytes FROM entries WHERE gateway = $gateway AND place = $place";
        _add = connection.CreateCommand();
        _add.CommandText = "INSERT INTO entries (gateway, place, bytes) VALUES ($gateway, $place, $bytes)";
        foreach (var command in new[] { _find, _add })
        {
            command.Parameters.Add("$gateway", SqliteType.Integer);
            command.Parameters.Add("$place", SqliteType.Integer);
        }

        _add.Parameters.Add("$bytes", SqliteType.Blob);
    }

    /// <summary>The lowest index whose entry is held and differs; null if there is none.</summary>
    public ulong? FindContradiction(ArchivedLog log, EntriesMessage entries)
    {
        var index = entries.First;
        foreach (var entry in new EntryBundle(entries.Bundle.Span))
        {
            if (log.Held.Contains(index) && !Find(log.Number, index).AsSpan().SequenceEqual(entry))
                return index;
            index++;
        }

        return null;
    }

    /// <summary>Adds the entries that are not held, and then they are.</summary>
    public void Add(ArchivedLog log, EntriesMessage entries)
    {
        var index = entries.First;
        foreach (var entry in new EntryBundle(entries.Bundle.Span))
        {
            if (!log.Held.Contains(index))
                Add(log.Number, index, entry.ToArray());
            index++;
        }

        log.Held.Add(entries.First, index);
    }

    public void Dispose()
    {
        _find.Dispose();
        _add.Dispose();
    }

    private byte[]? Find(long gateway, ulong index)
    {
        (_find.Parameters[0].Value, _find.Parameters[1].Value) = (gateway, (long)index);
        return (byte[]?)_find.ExecuteScalar();
    }

    private void Add(long gateway, ulong index, byte[] entry)
    {
        (_add.Parameters[0].Value, _add.Parameters[1].Value, _add.Parameters[2].Value) = (gateway, (long)index, entry);
        _add.ExecuteNonQuery();
    }
}
