using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Edge.Ledger.Tiles;
using Edge.Verify.Inputs;
using Edge.Verify.Reports.Html;

namespace Edge.Verify.Audit;

/// <summary>
/// One SHA-256 for a log's folder: of what sha256sum prints for the checkpoint and all files below <c>tile/</c> that a log could have, by their names and sizes, in the order of their paths' bytes;
/// links are not followed. So anyone makes it again, and a log in which one bit differs has another one. Other files are not in it: they can be of any size and number.
/// </summary>
/// <param name="Bytes">Size of these files together.</param>
public sealed partial record FolderDigest(byte[] Sha256, long Bytes)
{
    /// <summary>An extended regular expression for the whole path: the names of section 16 of SPEC.md, which find and .NET read alike.</summary>
    private const string Names = @"checkpoint|tile/(entries|remains|[0-7])/(x[0-9]{3}/){0,5}[0-9]{3}(\.p/[0-9]{1,3})?";

    private const int MaxDepth = 8;

    /// <summary>No file of a log is larger than a bundle of the longest entries.</summary>
    private static readonly long Most = Tile.OfEntries(0).MaxBytes;

    /// <param name="progress">Told after each file how many bytes are done.</param>
    /// <exception cref="InputException">A file cannot be read.</exception>
    public static FolderDigest Of(string folder, Action<ulong> progress)
    {
        using var lines = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = 0L;
        foreach (var file in Files(new DirectoryInfo(folder), "", 0))
        {
            try
            {
                var length = file.Info.Length;
                bytes += length;
                lines.AppendData(Encoding.ASCII.GetBytes($"{Convert.ToHexStringLower(length > 0 ? Digest(file.Info.FullName) : SHA256.HashData([]))}  {file.Name}\n"));
                progress((ulong)bytes);
            }
            catch (UnauthorizedAccessException)
            {
                throw new InputException(InputRole.Log, InputFault.Denied, file.Info.FullName, "");
            }
            catch (IOException e)
            {
                throw new InputException(InputRole.Log, InputFault.CannotRead, file.Info.FullName, e.Message);
            }
        }

        return new FolderDigest(lines.GetHashAndReset(), bytes);
    }

    /// <summary>What makes the same digest, typed where the folder lies.</summary>
    public static string Command(string name) => $"cd {FilesPart.Quoted(name)} && "
        + $"LC_ALL=C find checkpoint tile -type f -size -{Most + 1}c -regextype posix-extended -regex '{Names}' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum";

    private static byte[] Digest(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        return SHA256.HashData(file);
    }

    /// <summary>Files from the folder on, a directory's in its place as if its name ended in a slash: then the whole is in order. Never more names in memory than one directory of a log can have.</summary>
    private static IEnumerable<(string Name, FileInfo Info)> Files(DirectoryInfo folder, string below, int depth)
    {
        var here = folder.EnumerateFileSystemInfos()
            .Where(info => !info.Attributes.HasFlag(FileAttributes.ReparsePoint))
            .Select(info => (Name: $"{below}{info.Name}{(info is DirectoryInfo ? "/" : "")}", Info: info))
            .Where(found => found.Info is DirectoryInfo ? depth < MaxDepth && FolderName().IsMatch(found.Name) : FileName().IsMatch(found.Name))
            .OrderBy(found => found.Name, StringComparer.Ordinal);
        foreach (var (name, info) in here)
        {
            if (info is FileInfo file)
            {
                if (file.Length <= Most && FileKind.MayBeRead(file.FullName))
                    yield return (name, file);
                continue;
            }

            foreach (var inner in Files((DirectoryInfo)info, name, depth + 1))
                yield return inner;
        }
    }

    [GeneratedRegex($@"\A(?:{Names})\z")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\Atile/((entries|remains|[0-7])/(x[0-9]{3}/){0,5}([0-9]{3}\.p/)?)?\z")]
    private static partial Regex FolderName();
}
