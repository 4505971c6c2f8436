using Edge.Store.Sqlite;

namespace Edge.Ledger.City.Historian;

/// <summary>The archive's tables. <c>held</c> says in spans what <c>entries</c> has, so that a start does not read all of it; both are written in one transaction.</summary>
internal static class ArchiveFormat
{
    public static readonly SqliteFormat Format = new("historian's archive", 0x45_64_67_48, 1,
        """
        CREATE TABLE gateways (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE entries (gateway INTEGER NOT NULL, place INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (gateway, place)) STRICT, WITHOUT ROWID;
        CREATE TABLE held (gateway INTEGER NOT NULL, first INTEGER NOT NULL, after INTEGER NOT NULL, PRIMARY KEY (gateway, first)) STRICT, WITHOUT ROWID;
        """);
}
