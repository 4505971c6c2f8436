using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>The files of an open index: the database, its write-ahead log and what else is open with them.</summary>
internal sealed class IndexFiles
{
    /// <summary>Those that others have no business to write; readers write in the last one.</summary>
    private const int Written = 2;

    private readonly string[] _paths;
    private readonly (ulong, ulong)?[] _identities;
    private readonly WriteStamp?[] _stamps = new WriteStamp?[Written];

    /// <param name="path">The database; its write-ahead log stands beside it.</param>
    /// <param name="others">What is open besides, and written by readers too.</param>
    public IndexFiles(string path, params ReadOnlySpan<string> others)
    {
        _paths = [path, path + "-wal", .. others];
        _identities = Array.ConvertAll(_paths, FileIdentity.Of);
        Wrote();
    }

    /// <summary>Whether the paths still lead to the files that are open.</summary>
    public bool AreInPlace
    {
        get
        {
            var areInPlace = true;
            for (var i = 0; i < _paths.Length; i++)
            {
                var found = FileIdentity.Of(_paths[i]);
                _identities[i] ??= found;
                areInPlace &= found == _identities[i];
            }

            return areInPlace;
        }
    }

    /// <summary>Whether someone else has written to the files that are open, or cut them, since <see cref="Wrote"/>.</summary>
    public bool AreWrittenByOthers
    {
        get
        {
            for (var i = 0; i < Written; i++)
            {
                if (_stamps[i] is { } own && FileIdentity.StampOf(_paths[i]) != own && FileIdentity.Of(_paths[i]) == _identities[i])
                    return true;
            }

            return false;
        }
    }

    /// <summary>Remembers that what the files are now comes from their writer.</summary>
    public void Wrote()
    {
        for (var i = 0; i < Written; i++)
            _stamps[i] = FileIdentity.StampOf(_paths[i]);
    }
}
