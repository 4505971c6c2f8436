using Edge.Ledger.Historian;
using Microsoft.Data.Sqlite;

namespace Edge.Ledger.City.Historian;

/// <summary>What the archive holds of one gateway's log.</summary>
/// <param name="Number">The gateway's number in the archive.</param>
/// <param name="Held">The indices.</param>
internal sealed record ArchivedLog(long Number, IndexSet Held)
{
    public static void ReadAll(SqliteConnection connection, Dictionary<string, ArchivedLog> into)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, number, first, after FROM gateways LEFT JOIN held ON gateway = number ORDER BY number, first";
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var id = row.GetString(0);
            if (!into.TryGetValue(id, out var log))
                into.Add(id, log = new ArchivedLog(row.GetInt64(1), new IndexSet()));
            if (!row.IsDBNull(2))
                log.Held.Add((ulong)row.GetInt64(2), (ulong)row.GetInt64(3));
        }
    }

    /// <summary>A gateway that is not in the archive yet.</summary>
    public static ArchivedLog Add(SqliteConnection connection, string id)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO gateways (id) VALUES ($id) RETURNING number";
        command.Parameters.AddWithValue("$id", id);
        return new ArchivedLog((long)command.ExecuteScalar()!, new IndexSet());
    }

    public ArchivedLog Copy() => new(Number, new IndexSet(Held));

    /// <summary>Writes what is held anew.</summary>
    public void Write(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM held WHERE gateway = $gateway";
        command.Parameters.AddWithValue("$gateway", Number);
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO held (gateway, first, after) VALUES ($gateway, $first, $after)";
        var first = command.Parameters.Add("$first", SqliteType.Integer);
        var after = command.Parameters.Add("$after", SqliteType.Integer);
        foreach (var span in Held.Spans)
        {
            (first.Value, after.Value) = ((long)span.From, (long)span.To);
            command.ExecuteNonQuery();
        }
    }
}
