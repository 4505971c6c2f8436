using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Edge.Store.Sqlite;

/// <summary>SQLite's result codes (sqlite.org/rescode.html) in words someone can act on.</summary>
public static class SqliteFailure
{
    /// <summary>SQLITE_IOERR_SHMSIZE: the -shm file could not be enlarged.</summary>
    private const int IndexNotEnlarged = raw.SQLITE_IOERR | (19 << 8);

    /// <summary>SQLITE_IOERR_READ, SQLITE_IOERR_SHORT_READ, SQLITE_IOERR_CORRUPTFS: the device does not give what is stored.</summary>
    private const int NotRead = raw.SQLITE_IOERR | (1 << 8), ReadShort = raw.SQLITE_IOERR | (2 << 8), FileSystemCorrupt = raw.SQLITE_IOERR | (33 << 8);

    /// <summary>The error of a raw call on an open database.</summary>
    public static StoreException From(sqlite3 database, string file) =>
        From(raw.sqlite3_extended_errcode(database), raw.sqlite3_errmsg(database).utf8_to_string(), file, null);

    /// <summary>The error of a <see cref="SqliteConnection"/> or its commands.</summary>
    public static StoreException From(SqliteException failure, string file)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return From(failure.SqliteExtendedErrorCode, failure.Message, file, failure);
    }

    private static StoreException From(int code, string words, string file, Exception? cause) => (code & 0xFF) switch
    {
        raw.SQLITE_FULL => new StoreUnavailableException($"{file}: the disk is full. Free space on its file system; nothing acknowledged is lost.", cause),
        raw.SQLITE_IOERR when code == IndexNotEnlarged => new StoreUnavailableException($"{file}: the disk is full: not even the index of its write-ahead log (32 kB) can be made. Free space on its file system; nothing acknowledged is lost.", cause),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StoreException($"{file}: another process kept the database locked for {SqliteFile.BusyTimeout.TotalSeconds:F0} s.", cause, isTransient: true),
        raw.SQLITE_READONLY or raw.SQLITE_PERM => new StoreException($"{file}: cannot be written. Check the file's owner and whether its file system is mounted read-only.", cause),
        raw.SQLITE_CANTOPEN => new StoreException($"{file}: cannot be opened. Check that the folder exists and that this user may write in it.", cause),
        raw.SQLITE_IOERR when code is NotRead or ReadShort or FileSystemCorrupt => new LogDamagedException($"{file}: the device does not give what is stored there ({code}). Check the card or disk (dmesg).", cause: cause),
        raw.SQLITE_IOERR => new StoreUnavailableException($"{file}: the device reported an input/output error ({code}). Check the card or disk (dmesg).", cause),
        raw.SQLITE_NOTADB => new LogDamagedException($"{file}: this is not a database file, or its header is damaged.", cause: cause),
        // What is asked is always the same, and right: the tables are not those that were made.
        raw.SQLITE_ERROR => new LogDamagedException($"{file}: the database is damaged ({words}).", cause: cause),
        raw.SQLITE_CORRUPT => new LogDamagedException($"{file}: the database is damaged ({words}).", cause: cause),
        _ => new StoreException($"{file}: {words} (SQLite {code}).", cause),
    };
}
