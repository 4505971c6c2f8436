using System.Globalization;
using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>
/// What stands under a name of the log and cannot be its file: a folder, a pipe, a link that leads nowhere. It is put aside before anything is opened, for opening
/// may fail or wait for ever. A file of our own that its owner may not use gets its owner's rights back.
/// </summary>
internal sealed class MisplacedFiles(LogPaths paths, QuarantineFolder quarantine)
{
    private const UnixFileMode OwnersRights = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>What was found, each piece in words.</summary>
    public List<StoreDamage> Found { get; } = [];

    /// <exception cref="StoreException">The file system does not let it be moved.</exception>
    public void SetAside()
    {
        if (quarantine.Clear() is { } kept)
            Found.Add(new StoreDamage(0, 0, $"{paths.Quarantine} was no folder.", kept));
        for (var level = 0; level < TileBatch.MaxLevels; level++)
            SetAsideWithNew(paths.Hashes(level));
        SetAsideWithNew(paths.Sealed);
        SetAside(paths.Ballast);
        foreach (var suffix in (ReadOnlySpan<string>)["", "-wal", "-shm", "-journal", "-check", LogPaths.Beside])
            SetAside(paths.Index + suffix);
        foreach (var path in paths.NamedAsSegments())
            SetAside(path);
    }

    /// <inheritdoc cref="SetAside()"/>
    public void SetAside(string path)
    {
        if (FileIdentity.IsSpecial(path) || FileIdentity.IsDangling(path))
            Found.Add(new StoreDamage(0, 0, $"{path} was no file of the log, but a folder, a pipe or a link that leads nowhere.", quarantine.Move(path)));
        else if (Path.Exists(path) && File.GetUnixFileMode(path) is var mode && (mode & OwnersRights) != OwnersRights)
            GiveRights(path, mode);
    }

    private void SetAsideWithNew(string path)
    {
        SetAside(path);
        SetAside(path + LogPaths.Beside);
    }

    private void GiveRights(string path, UnixFileMode mode)
    {
        try
        {
            File.SetUnixFileMode(path, mode | OwnersRights);
            Found.Add(new StoreDamage(0, 0, string.Create(CultureInfo.InvariantCulture, $"{path}: its owner might not use it (mode {Convert.ToString((int)mode, 8)}). It may again; nothing is lost."), null));
        }
        catch (UnauthorizedAccessException)
        {
            // It is another user's. If it cannot be opened either, opening it says so.
        }
    }
}
