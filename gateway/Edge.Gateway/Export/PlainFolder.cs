using System.IO.Enumeration;
using Microsoft.Win32.SafeHandles;

namespace Edge.Gateway.Export;

/// <summary>
/// A folder that others may have put anything into. Only regular files and real folders in it are used; nothing is opened, written or entered through a link.
/// Names are paths from the folder, with <c>/</c>.
/// </summary>
internal sealed class PlainFolder(string root, ExportWords words)
{
    private readonly HashSet<string> _folders = [];

    public string At(string name) => Path.Combine(root, name);

    /// <summary>Bytes of a file; null if there is none.</summary>
    /// <exception cref="ExportException">Something else stands there or on the way.</exception>
    public long? Length(string name)
    {
        if (!Reaches(name, make: false))
            return null;
        var status = PathStatus.Of(At(name));
        return status.Kind switch
        {
            PathKind.Nothing => null,
            PathKind.File => status.Length,
            _ => throw new ExportException(words.InTheWay(At(name))),
        };
    }

    /// <summary>Makes a file and the folders to it; one of that name is taken away first, never written into.</summary>
    /// <exception cref="ExportException">Something else stands there or on the way.</exception>
    public SafeFileHandle Create(string name)
    {
        Reaches(name, make: true);
        Delete(name);
        return File.OpenHandle(At(name), FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    /// <exception cref="ExportException">It is not a regular file.</exception>
    public void Delete(string name)
    {
        if (Length(name) is not null)
            File.Delete(At(name));
    }

    /// <summary>Puts a file into another's place.</summary>
    /// <exception cref="ExportException">What is there is not a regular file.</exception>
    public void Move(string from, string to)
    {
        Length(to);
        File.Move(At(from), At(to), overwrite: true);
    }

    /// <summary>All that is below a folder and is no real folder itself: files, links, pipes.</summary>
    public IEnumerable<string> Below(string folder) =>
        PathStatus.Of(At(folder)).Kind == PathKind.Folder ? Entries(folder, (ref FileSystemEntry entry) => !IsFolder(ref entry)) : [];

    /// <summary>The real folders below a folder.</summary>
    public IEnumerable<string> FoldersBelow(string folder) => PathStatus.Of(At(folder)).Kind == PathKind.Folder ? Entries(folder, IsFolder) : [];

    private FileSystemEnumerable<string> Entries(string folder, FileSystemEnumerable<string>.FindPredicate wanted) => new(
        At(folder),
        (ref FileSystemEntry entry) => Path.GetRelativePath(root, entry.ToFullPath()),
        new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
    {
        ShouldIncludePredicate = wanted,
        ShouldRecursePredicate = IsFolder,
    };

    private static bool IsFolder(ref FileSystemEntry entry) => entry.IsDirectory && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    /// <summary>Whether all folders on the way to a name are there.</summary>
    private bool Reaches(string name, bool make)
    {
        for (var end = name.IndexOf('/', StringComparison.Ordinal); end >= 0; end = name.IndexOf('/', end + 1))
        {
            var folder = name[..end];
            if (_folders.Contains(folder))
                continue;
            var kind = PathStatus.Of(At(folder)).Kind;
            if (kind == PathKind.Nothing && !make)
                return false;
            if (kind == PathKind.Nothing)
                Directory.CreateDirectory(At(folder));
            else if (kind != PathKind.Folder)
                throw new ExportException(words.InTheWay(At(folder)));
            _folders.Add(folder);
        }

        return true;
    }
}
