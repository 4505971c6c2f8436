using Microsoft.Data.Sqlite;

namespace Edge.Store.Sqlite;

/// <summary>
/// Does all of something or nothing of it. A full disk makes SQLite end the transaction by itself; SqliteTransaction then fails at its rollback, at each of its
/// ends anew, and hides what had happened.
/// </summary>
public static class SqliteWork
{
    /// <param name="connection">Without a transaction; has none afterwards.</param>
    /// <param name="work">Its statements.</param>
    /// <exception cref="SqliteException">Nothing was done; it is the first failure.</exception>
    public static void Do(SqliteConnection connection, Action work)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(work);
        Execute(connection, "BEGIN IMMEDIATE");
        try
        {
            work();
            Execute(connection, "COMMIT");
        }
        catch
        {
            TakeBack(connection);
            throw;
        }
    }

    private static void TakeBack(SqliteConnection connection)
    {
        try
        {
            Execute(connection, "ROLLBACK");
        }
        catch (SqliteException)
        {
            // It had ended by itself.
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement here is a constant of the program.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
