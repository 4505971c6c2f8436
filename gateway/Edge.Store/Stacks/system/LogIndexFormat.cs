using Edge.Store.Sqlite;

namespace Edge.Store.Stacks;

/// <summary>The tables of a log's index.</summary>
internal static class LogIndexFormat
{
    // crc is CRC-32C over the row's other columns: SQLite checks no page outside its write-ahead log.
    public static readonly SqliteFormat V1 = new("gateway log's index", ApplicationId: 0x45444749, Version: 1, Schema:
        """
        CREATE TABLE segments (number INTEGER PRIMARY KEY, first INTEGER NOT NULL, next INTEGER NOT NULL, bytes INTEGER NOT NULL, frames BLOB NOT NULL, crc INTEGER NOT NULL);
        CREATE INDEX segments_by_entry ON segments (first);
        CREATE TABLE checkpoints (size INTEGER PRIMARY KEY, note BLOB NOT NULL, crc INTEGER NOT NULL);
        CREATE TABLE receipts (size INTEGER PRIMARY KEY, receipt BLOB NOT NULL, crc INTEGER NOT NULL);
        CREATE TABLE blocks (hash BLOB PRIMARY KEY, block BLOB NOT NULL, crc INTEGER NOT NULL);
        CREATE TABLE state (key TEXT PRIMARY KEY, value BLOB NOT NULL, crc INTEGER NOT NULL) WITHOUT ROWID;
        """);
}
