using System.Globalization;
using Edge.Ledger.Evidence;
using Edge.Ledger.Notes;

namespace Edge.Ledger.City.Witnessing;

/// <summary>Keeps proofs that logs signed two histories: one file for each log and size, at most <see cref="Most"/> in all, so that a log gone wild cannot fill the disk.</summary>
/// <param name="folder">Made when the first is kept.</param>
public sealed class AccusationFolder(string folder)
{
    /// <summary>Most files kept.</summary>
    public const int Most = 64;

    /// <summary>Where the accusation lies, on disk when this returns; null when the folder is full.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public string? Keep(EquivocationFile accusation)
    {
        ArgumentNullException.ThrowIfNull(accusation);
        var checkpoint = Checkpoint.Parse(accusation.First);
        Directory.CreateDirectory(folder);
        var path = Path.GetFullPath(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{checkpoint.Origin.Replace('/', '_')}-{checkpoint.Size}.edge")));
        if (File.Exists(path)) return path;
        if (Directory.EnumerateFiles(folder, "*.edge").Count() >= Most) return null;
        var part = path + ".part";
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(accusation.ToBytes());
            file.Flush(flushToDisk: true);
        }
        File.Move(part, path);
        return path;
    }
}
