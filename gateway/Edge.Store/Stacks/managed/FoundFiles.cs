using Edge.Store.Log;

namespace Edge.Store.Stacks;

/// <summary>What an index's two files were when a reader opened them.</summary>
internal sealed class FoundFiles
{
    private readonly string _path;
    private readonly ((ulong, ulong)?, WriteStamp?) _database, _log;

    public FoundFiles(string path)
    {
        _path = path;
        (_database, _log) = (Of(path), Of(path + "-wal"));
    }

    /// <summary>Whether nobody has written to them, replaced or removed them since.</summary>
    public bool Hold => Of(_path) == _database && Of(_path + "-wal") == _log;

    private static ((ulong, ulong)?, WriteStamp?) Of(string path) => (FileIdentity.Of(path), FileIdentity.StampOf(path));
}
