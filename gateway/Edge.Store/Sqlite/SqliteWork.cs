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
        SqliteFile.Execute(connection, "BEGIN IMMEDIATE");
        try
        {
            work();
            SqliteFile.Execute(connection, "COMMIT");
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
            SqliteFile.Execute(connection, "ROLLBACK");
        }
        catch (SqliteException)
        {
            // It had ended by itself.
        }
    }
}
