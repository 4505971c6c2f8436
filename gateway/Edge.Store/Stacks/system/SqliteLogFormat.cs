using Edge.Store.Sqlite;

namespace Edge.Store.Stacks;

/// <summary>The tables of a gateway log.</summary>
internal static class SqliteLogFormat
{
    // One row per group commit, not per entry: a row costs a page write, a group costs its bytes.
    // crc is CRC-32C over the bundle: SQLite checks no page outside its write-ahead log.
    // A tile's id is level * 2^56 + index; tiles and bundles are larger than a page, so plain rowid tables serve best.
    public static readonly SqliteFormat V1 = new("gateway log", ApplicationId: 0x45444745, Version: 1, Schema:
        """
        CREATE TABLE entries (first INTEGER PRIMARY KEY, count INTEGER NOT NULL, crc INTEGER NOT NULL, bundle BLOB NOT NULL);
        CREATE TABLE tiles (id INTEGER PRIMARY KEY, hashes BLOB NOT NULL);
        CREATE TABLE checkpoints (size INTEGER PRIMARY KEY, note BLOB NOT NULL);
        CREATE TABLE receipts (size INTEGER PRIMARY KEY, receipt BLOB NOT NULL);
        CREATE TABLE blocks (hash BLOB PRIMARY KEY, block BLOB NOT NULL);
        CREATE TABLE state (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
        """);

    public static ulong TileId(int level, ulong index) => ((ulong)level << 56) | index;
}
