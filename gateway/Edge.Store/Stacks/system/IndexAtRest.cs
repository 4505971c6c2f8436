using Edge.Store.Log;

namespace Edge.Store.Stacks;

/// <summary>
/// An index whose write-ahead log is not there or is empty: every row is in the database itself. It is then read as a file that nobody changes (immutable), so that
/// reading leaves nothing beside a stopped log, and works on a file system mounted read-only or without the right to write: SQLite would make <c>-wal</c> and <c>-shm</c> there.
/// </summary>
/// <remarks>
/// Nobody is asked whether a writer is at work: the attempt to take its lock, even for a moment, would keep a gateway from starting. Instead it is looked at after
/// each answer. A writer puts a row into the write-ahead log first, which then is no longer empty; only from there do rows go into the database, which changes its
/// modification time. An answer after which the database is as it was found came from what was there; after any other, the index is opened beside its writer and asked again.
/// </remarks>
internal sealed class IndexAtRest
{
    private readonly string _path;
    private readonly WriteStamp? _stamp;

    private IndexAtRest(string path) => (_path, _stamp) = (path, FileIdentity.StampOf(path));

    /// <returns>Null when rows may be in its write-ahead log.</returns>
    public static IndexAtRest? Of(string path)
    {
        var found = new IndexAtRest(path);
        return HasRowsBeside(path) ? null : found;
    }

    /// <summary>Whether what was read up to now is what it was found to be.</summary>
    public bool Holds => !HasRowsBeside(_path) && FileIdentity.StampOf(_path) == _stamp;

    private static bool HasRowsBeside(string path) => FileIdentity.StampOf(path + "-wal") is { Length: > 0 };
}
