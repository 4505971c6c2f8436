using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Edge.Ledger.Evidence;
using Edge.Ledger.Notes;

namespace Edge.Ledger.City.Witnessing;

/// <summary>
/// Keeps proofs that logs signed two histories: one file for each log and size, of each log the first <see cref="MostOfOneLog"/>, at most <see cref="Most"/> in all.
/// So a log gone wild fills neither the disk nor the room of the others.
/// </summary>
/// <param name="folder">Made when the first is kept.</param>
public sealed class AccusationFolder(string folder)
{
    /// <summary>Most files kept.</summary>
    public const int Most = 1024;

    /// <summary>Most files kept of one log. One convicts it.</summary>
    public const int MostOfOneLog = 4;

    private const int ReadableChars = 64;

    private readonly string _folder = Path.GetFullPath(folder);

    /// <summary>Where the accusation lies, on disk when this returns; null when there is no room for it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public string? Keep(EquivocationFile accusation)
    {
        ArgumentNullException.ThrowIfNull(accusation);
        var checkpoint = Checkpoint.Parse(accusation.First);
        var log = NameOf(checkpoint.Origin);
        var path = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{log}{checkpoint.Size}.edge"));
        if (File.Exists(path)) return path;
        if (!Directory.Exists(_folder)) Make();
        var kept = Directory.GetFiles(_folder, "*.edge");
        if (kept.Length >= Most || kept.Count(f => Path.GetFileName(f).StartsWith(log, StringComparison.Ordinal)) >= MostOfOneLog) return null;
        var part = path + ".part";
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(accusation.ToBytes());
            file.Flush(flushToDisk: true);
        }
        File.Move(part, path);
        DurableNames.Flush(_folder);
        return path;
    }

    private void Make()
    {
        Directory.CreateDirectory(_folder);
        DurableNames.Flush(Path.GetDirectoryName(_folder)!);
    }

    /// <summary>What all files of a log begin with: its origin as far as a name can hold it, and a hash that tells it from all others.</summary>
    private static string NameOf(string origin)
    {
        var readable = string.Concat(origin.Take(ReadableChars).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_'));
        return $"{readable}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin)).AsSpan(0, 8))}-";
    }
}
