using Edge.Ledger.Merkle;
using Edge.Store;
using Edge.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace Edge.Ledger.City.Blocks;

/// <summary>Finds a gateway's newest anchor in the city log. An index: what it says can be read from the log again.</summary>
public sealed class OrderedAnchors : IDisposable
{
    private static readonly SqliteFormat Format = new("city log index", 0x45_64_67_43, 1,
        "CREATE TABLE ordered (origin TEXT NOT NULL PRIMARY KEY, size INTEGER NOT NULL, root BLOB NOT NULL, leaf INTEGER NOT NULL, block INTEGER NOT NULL) STRICT, WITHOUT ROWID");

    private readonly string _path;
    private readonly SqliteConnection _connection;

    /// <summary>Opens the file; makes it if it is not there.</summary>
    /// <exception cref="StoreException">The file cannot be opened or is something else.</exception>
    public OrderedAnchors(string path)
    {
        _path = path;
        _connection = SqliteFile.Open(path, Format);
        SqliteFile.Check(_connection, path, $"It is only an index: stop this node, delete {path} with its -wal and -shm, and start again; it is then made anew from the log.");
    }

    /// <summary>Nothing was noted yet.</summary>
    public bool IsEmpty => Ask("SELECT 1 FROM ordered LIMIT 1", "", static row => !row.Read());

    /// <summary>The newest ordered checkpoint of a gateway; null if there is none.</summary>
    public OrderedAnchor? Find(string origin)
    {
        return Ask("SELECT size, root, leaf, block FROM ordered WHERE origin = $origin", origin, row => row.Read()
            ? new OrderedAnchor(origin, (ulong)row.GetInt64(0), new Hash32(row.GetFieldValue<byte[]>(1)), (ulong)row.GetInt64(2), (ulong)row.GetInt64(3))
            : null);
    }

    /// <summary>Notes the anchors of a block in one transaction. Noting them again changes nothing.</summary>
    /// <exception cref="StoreException">The index cannot be written.</exception>
    public void Put(IReadOnlyList<OrderedAnchor> anchors)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        if (anchors.Count == 0) return;
        try
        {
            SqliteWork.Do(_connection, () => Add(anchors));
        }
        catch (SqliteException e)
        {
            throw new StoreException($"{_path}: the anchors of a block could not be noted: {e.Message}.", e);
        }
    }

    private void Add(IReadOnlyList<OrderedAnchor> anchors)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "INSERT OR REPLACE INTO ordered (origin, size, root, leaf, block) VALUES ($origin, $size, $root, $leaf, $block)";
        foreach (var anchor in anchors)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$origin", anchor.Origin);
            command.Parameters.AddWithValue("$size", checked((long)anchor.Size));
            command.Parameters.AddWithValue("$root", anchor.Root.ToArray());
            command.Parameters.AddWithValue("$leaf", checked((long)anchor.Leaf));
            command.Parameters.AddWithValue("$block", checked((long)anchor.BlockSize));
            command.ExecuteNonQuery();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private T Ask<T>(string question, string origin, Func<SqliteDataReader, T> answer)
    {
        try
        {
            using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every question here is a constant of the program.
            command.CommandText = question;
#pragma warning restore CA2100
            command.Parameters.AddWithValue("$origin", origin);
            using var row = command.ExecuteReader();
            return answer(row);
        }
        catch (SqliteException e)
        {
            throw SqliteFailure.From(e, _path);
        }
    }
}
