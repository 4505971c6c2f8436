using System.Globalization;

namespace Edge.Store.Segments;

/// <summary>The names in a log's folder.</summary>
internal sealed class LogPaths(string folder)
{
    /// <summary>A larger one, which none of ours ever has, would leave no room for the next.</summary>
    public const uint MaxNumber = uint.MaxValue / 2;

    private const string Suffix = ".seg";
    /// <summary>Ends the name of a file that is being made, until it is whole.</summary>
    public const string Beside = ".new";

    public string Folder { get; } = folder;

    public string Index => In("index.db");

    public string Lock => In("lock");

    /// <summary>The newest signed checkpoint once more: damage to the newest segment must not make the log sign a second history.</summary>
    public string Sealed => In("sealed");

    /// <summary>The gateway's reserve of room, which it keeps here whatever becomes of the log.</summary>
    public string Ballast => In("ballast");

    public string Quarantine => In("quarantine");

    public string Segment(uint number) => In(number.ToString("D8", CultureInfo.InvariantCulture) + Suffix);

    /// <summary>The hashes of a tile level, 32 bytes each.</summary>
    public string Hashes(int level) => In(string.Create(CultureInfo.InvariantCulture, $"hashes.{level}"));

    /// <summary>Whatever stands under a segment's name, or the name of one that is being made.</summary>
    /// <exception cref="StoreException">The folder cannot be listed.</exception>
    public List<string> NamedAsSegments() => List(Directory.EnumerateFileSystemEntries, path => NumberOf(path.EndsWith(Beside, StringComparison.Ordinal) ? path[..^Beside.Length] : path) is not null);

    /// <summary>The numbers of all segments that are there, ascending.</summary>
    /// <exception cref="StoreException">The folder cannot be listed.</exception>
    public List<uint> Segments() => [.. List(Directory.EnumerateFiles, path => NumberOf(path) is not null).Select(path => NumberOf(path)!.Value).Order()];

    private List<string> List(Func<string, IEnumerable<string>> entries, Func<string, bool> wanted)
    {
        try
        {
            return [.. entries(Folder).Where(wanted)];
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            throw FileFailure.From(failure, Folder);
        }
    }

    private uint? NumberOf(string path) =>
        uint.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MaxNumber && path == Segment(number) ? number : null;

    private string In(string name) => Path.Combine(Folder, name);
}
