using System.Globalization;

namespace Edge.Store.Segments;

/// <summary>The names in a log's folder.</summary>
internal sealed class LogPaths(string folder)
{
    private const string Suffix = ".seg";

    public string Folder { get; } = folder;

    public string Index => In("index.db");

    public string Lock => In("lock");

    /// <summary>The newest signed checkpoint once more: damage to the newest segment must not make the log sign a second history.</summary>
    public string Sealed => In("sealed");

    public string Quarantine => In("quarantine");

    public string Segment(uint number) => In(number.ToString("D8", CultureInfo.InvariantCulture) + Suffix);

    /// <summary>The hashes of a tile level, 32 bytes each.</summary>
    public string Hashes(int level) => In(string.Create(CultureInfo.InvariantCulture, $"hashes.{level}"));

    /// <summary>The numbers of all segments that are there, ascending.</summary>
    /// <exception cref="StoreException">The folder cannot be listed.</exception>
    public List<uint> Segments()
    {
        var numbers = new List<uint>();
        try
        {
            foreach (var path in Directory.EnumerateFiles(Folder, "*" + Suffix))
            {
                if (uint.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && path == Segment(number))
                    numbers.Add(number);
            }
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            throw FileFailure.From(failure, Folder);
        }

        numbers.Sort();
        return numbers;
    }

    private string In(string name) => Path.Combine(Folder, name);
}
