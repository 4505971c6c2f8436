using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Edge.Store.Sqlite;

/// <summary>
/// Opens a database file the way everything of ours is kept: write-ahead log, <c>synchronous=FULL</c> (a commit that returned survives a power cut),
/// a bounded log file, a known format.
/// </summary>
public static class SqliteFile
{
    /// <summary>How long a statement waits for another process's lock.</summary>
    public static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The write-ahead log is copied back into the file when it has this many pages of 4 KiB ...</summary>
    public const int CheckpointPages = 1000;

    /// <summary>... and cut to this many bytes whenever it grew beyond them, because a reader held it open.</summary>
    public const long LogFileLimit = 16 * 1024 * 1024;

    /// <summary>Opens the file for writing; makes it, in this format, if it is not there.</summary>
    /// <exception cref="StoreException">The file cannot be opened, is not of this format, or is of a newer version of it.</exception>
    public static SqliteConnection Open(string path, SqliteFormat format) => Open(path, format, SqliteOpenMode.ReadWriteCreate);

    /// <summary>Opens the file for reading, beside a writer in this or another process.</summary>
    /// <inheritdoc cref="Open(string, SqliteFormat)" path="/exception"/>
    public static SqliteConnection OpenReadOnly(string path, SqliteFormat format) => Open(path, format, SqliteOpenMode.ReadOnly);

    /// <summary>
    /// Opens a file for reading that nobody writes meanwhile: without locks, without its write-ahead log, and without anything being made beside it (sqlite.org/uri.html, immutable).
    /// If somebody does write, what is read afterwards may be anything: the caller sees to it.
    /// </summary>
    /// <inheritdoc cref="Open(string, SqliteFormat)" path="/exception"/>
    public static SqliteConnection OpenAtRest(string path, SqliteFormat format) => Open(path, format, SqliteOpenMode.ReadOnly, atRest: true);

    /// <summary>Looks through the whole of a small database for damage (PRAGMA integrity_check: quick_check would not notice an index that says other things than its table).</summary>
    /// <param name="connection">An open database.</param>
    /// <param name="file">Its path, for the message.</param>
    /// <param name="remedy">What to do when it is damaged.</param>
    /// <exception cref="LogDamagedException">It is damaged; the message ends with the remedy.</exception>
    public static void Check(SqliteConnection connection, string file, string remedy)
    {
        ArgumentNullException.ThrowIfNull(connection);
        string? found;
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check(1)";
            found = command.ExecuteScalar() as string;
        }
        catch (SqliteException e)
        {
            found = e.Message;
        }
        if (found != "ok")
            throw new LogDamagedException($"{file}: the database is damaged ({found}). {remedy}");
    }

    private static SqliteConnection Open(string path, SqliteFormat format, SqliteOpenMode mode, bool atRest = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(format);
        SystemSqlite.Bind();
        // SqliteConnection resolves the data source relative to the process; a whole path makes messages unambiguous.
        var file = Path.GetFullPath(path);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = atRest ? Immutable(file) : file,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = (int)BusyTimeout.TotalSeconds,
        }.ToString());
        try
        {
            connection.Open();
            Configure(connection, mode == SqliteOpenMode.ReadOnly);
            Recognise(connection, file, format, mode == SqliteOpenMode.ReadOnly);
            return connection;
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw SqliteFailure.From(failure, file);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static string Immutable(string file) => $"file://{string.Join('/', file.Split('/').Select(Uri.EscapeDataString))}?immutable=1";

    private static void Configure(SqliteConnection connection, bool readOnly)
    {
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {BusyTimeout.TotalMilliseconds:F0};"));
        Execute(connection, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;");
        if (readOnly) return;
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        Execute(connection, string.Create(CultureInfo.InvariantCulture,
            $"PRAGMA wal_autocheckpoint = {CheckpointPages}; PRAGMA journal_size_limit = {LogFileLimit};"));
    }

    private static void Recognise(SqliteConnection connection, string file, SqliteFormat format, bool readOnly)
    {
        // Two processes may find the file empty at once: only the one that holds the write lock may decide so.
        if (!readOnly && Number(connection, "PRAGMA application_id") == 0) Create(connection, file, format);
        var application = Number(connection, "PRAGMA application_id");
        var version = Number(connection, "PRAGMA user_version");
        if (application != format.ApplicationId)
            throw new WrongFormatException($"{file} is not a {format.Name} (its application id is {application:x8}, not {format.ApplicationId:x8}). Name another file.");
        if (version > format.Version)
            throw new WrongFormatException($"{file} is a {format.Name} of version {version}; this program knows versions up to {format.Version}. Install a newer program; the file was not touched.");
        if (version < 1)
            throw new WrongFormatException($"{file} is a {format.Name} without a version. Restore it from a copy.");
    }

    private static void Create(SqliteConnection connection, string file, SqliteFormat format)
    {
        Execute(connection, "BEGIN IMMEDIATE");
        if (Number(connection, "PRAGMA application_id") == 0)
        {
            if (Number(connection, "SELECT count(*) FROM sqlite_schema") != 0)
                throw new WrongFormatException($"{file} is another program's database, not a {format.Name}. Name another file.");
            Execute(connection, format.Schema);
            Execute(connection, string.Create(CultureInfo.InvariantCulture,
                $"PRAGMA application_id = {format.ApplicationId}; PRAGMA user_version = {format.Version};"));
        }
        Execute(connection, "COMMIT");
    }

    internal static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement here is a constant of the program.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement here is a constant of the program.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
