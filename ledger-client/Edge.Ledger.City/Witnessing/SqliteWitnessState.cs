using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Store;
using Edge.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace Edge.Ledger.City.Witnessing;

/// <summary>
/// A department's state in an SQLite file, one row per log. A row is replaced in one statement that compares what it replaces, committed with
/// <c>synchronous=FULL</c>: after a crash the row is the old one or the new one, and no reply was sent for a new one that is not there.
/// </summary>
public sealed class SqliteWitnessState : IWitnessState, IDisposable
{
    private static readonly SqliteFormat Format = new("department state", 0x45_64_67_44, 1,
        "CREATE TABLE witnessed (origin TEXT NOT NULL PRIMARY KEY, size INTEGER NOT NULL, root BLOB NOT NULL, note BLOB NOT NULL) STRICT, WITHOUT ROWID");

    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly SqliteConnection _connection;

    /// <summary>Opens the file; makes it if it is not there.</summary>
    /// <exception cref="StoreException">The file cannot be opened or is something else.</exception>
    public SqliteWitnessState(string path)
    {
        _path = path;
        _connection = SqliteFile.Open(path, Format);
        SqliteFile.Check(_connection, path, "Restore this department from its newest copy, or ask the city for a new key: a department that forgot what it accepted could be led into a fork.");
    }

    /// <inheritdoc/>
    public WitnessedCheckpoint? Find(string origin)
    {
        lock (_lock)
        {
            try
            {
                return Read(origin);
            }
            catch (SqliteException e)
            {
                throw SqliteFailure.From(e, _path);
            }
        }
    }

    /// <inheritdoc/>
    public bool TryAdvance(string origin, WitnessedCheckpoint? from, WitnessedCheckpoint to)
    {
        ArgumentNullException.ThrowIfNull(to);
        lock (_lock)
        {
            using var command = Command(
                from is null
                    ? "INSERT INTO witnessed (origin, size, root, note) VALUES ($origin, $size, $root, $note) ON CONFLICT DO NOTHING"
                    : "UPDATE witnessed SET size = $size, root = $root, note = $note WHERE origin = $origin AND size = $fromSize AND root = $fromRoot",
                origin);
            command.Parameters.AddWithValue("$size", checked((long)to.Size));
            command.Parameters.AddWithValue("$root", to.Root.ToArray());
            command.Parameters.AddWithValue("$note", to.Note.ToBytes());
            if (from is not null)
            {
                command.Parameters.AddWithValue("$fromSize", checked((long)from.Size));
                command.Parameters.AddWithValue("$fromRoot", from.Root.ToArray());
            }
            try
            {
                return command.ExecuteNonQuery() == 1;
            }
            catch (SqliteException e)
            {
                throw new StoreException($"{_path}: the new state of {origin} could not be stored: {e.Message}. Nothing was cosigned.", e);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private WitnessedCheckpoint? Read(string origin)
    {
        using var command = Command("SELECT size, root, note FROM witnessed WHERE origin = $origin", origin);
        using var row = command.ExecuteReader();
        if (!row.Read()) return null;
        var found = new WitnessedCheckpoint((ulong)row.GetInt64(0), new Hash32(row.GetFieldValue<byte[]>(1)), SignedNote.Parse(row.GetFieldValue<byte[]>(2)));
        return Checkpoint.Parse(found.Note) == new Checkpoint(origin, found.Size, found.Root)
            ? found
            : throw new StoreException($"{_path}: the row of {origin} contradicts the note in it. The file is damaged: restore this department from its newest copy, or ask the city for a new key.");
    }

    private SqliteCommand Command(string sql, string origin)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every statement here is a constant of the program.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$origin", origin);
        return command;
    }
}
