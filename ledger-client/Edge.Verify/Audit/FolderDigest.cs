using System.Security.Cryptography;
using System.Text;
using Edge.Verify.Inputs;
using Edge.Verify.Reports.Html;

namespace Edge.Verify.Audit;

/// <summary>
/// One SHA-256 for a log's folder: of what sha256sum prints for the checkpoint and all files below <c>tile/</c>, in the order of their paths' bytes. So anyone
/// makes it again, and a folder in which one bit differs has another one.
/// </summary>
/// <param name="Bytes">Size of all files together.</param>
public sealed record FolderDigest(byte[] Sha256, long Bytes)
{
    private const int MaxDepth = 12;

    /// <exception cref="InputException">A file cannot be read.</exception>
    public static FolderDigest Of(string folder)
    {
        using var lines = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = 0L;
        foreach (var name in Names(folder, "", 0))
        {
            var path = Path.Combine(folder, name);
            try
            {
                var length = new FileInfo(path).Length;
                bytes += length;
                lines.AppendData(Encoding.UTF8.GetBytes(Line(length > 0 ? Digest(path) : SHA256.HashData([]), name)));
            }
            catch (UnauthorizedAccessException)
            {
                throw new InputException(InputRole.Log, InputFault.Denied, path, "");
            }
            catch (IOException e)
            {
                throw new InputException(InputRole.Log, InputFault.CannotRead, path, e.Message);
            }
        }

        return new FolderDigest(lines.GetHashAndReset(), bytes);
    }

    /// <summary>What makes the same digest, typed where the folder lies.</summary>
    public static string Command(string name) =>
        $"cd {FilesPart.Quoted(name)} && find -L checkpoint tile -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum";

    private static byte[] Digest(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        return SHA256.HashData(file);
    }

    /// <summary>As sha256sum writes it, which escapes a name that would not stay in its line.</summary>
    private static string Line(byte[] digest, string name)
    {
        var escaped = name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
        return $"{(escaped == name ? "" : "\\")}{Convert.ToHexStringLower(digest)}  {escaped}\n";
    }

    /// <summary>Files from the folder on, a directory's in its place as if its name ended in a slash: then the whole is in order.</summary>
    private static IEnumerable<string> Names(string folder, string below, int depth)
    {
        var here = Directory.EnumerateFileSystemEntries(Path.Combine(folder, below)).Select(path => below + Path.GetFileName(path));
        if (depth == 0)
            here = here.Where(name => name is "checkpoint" or "tile");
        foreach (var name in here.Select(name => Directory.Exists(Path.Combine(folder, name)) ? name + "/" : name).Order(StringComparer.Ordinal))
        {
            if (!name.EndsWith('/'))
            {
                if (File.Exists(Path.Combine(folder, name)))
                    yield return name;
                continue;
            }

            foreach (var inner in depth < MaxDepth ? Names(folder, name, depth + 1) : [])
                yield return inner;
        }
    }
}
