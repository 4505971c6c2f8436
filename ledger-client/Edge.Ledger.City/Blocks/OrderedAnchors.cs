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
    }

    /// <summary>The newest ordered checkpoint of a gateway; null if there is none.</summary>
    public OrderedAnchor? Find(string origin)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT size, root, leaf, block FROM ordered WHERE origin = $origin";
        command.Parameters.AddWithValue("$origin", origin);
        using var row = command.ExecuteReader();
        return row.Read()
            ? new OrderedAnchor(origin, (ulong)row.GetInt64(0), new Hash32(row.GetFieldValue<byte[]>(1)), (ulong)row.GetInt64(2), (ulong)row.GetInt64(3))
            : null;
    }

    /// <summary>Notes the anchors of a block in one transaction. Noting them again changes nothing.</summary>
    /// <exception cref="StoreException">The index cannot be written.</exception>
    public void Put(IReadOnlyList<OrderedAnchor> anchors)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        if (anchors.Count == 0) return;
        try
        {
            using var transaction = _connection.BeginTransaction();
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
            transaction.Commit();
        }
        catch (SqliteException e)
        {
            throw new StoreException($"{_path}: the anchors of a block could not be noted: {e.Message}.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();
}
