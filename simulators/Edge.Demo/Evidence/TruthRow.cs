using System.Globalization;

namespace Edge.Demo.Evidence;

/// <summary>One row of the recording, as the simulator noted it when it became active.</summary>
/// <param name="Since">CLOCK_MONOTONIC, ns.</param>
/// <param name="Row">From 1, the header not counted.</param>
/// <param name="Values">Per channel its value (null for a blank) and the device's resolution.</param>
public sealed record TruthRow(long Since, long Row, IReadOnlyDictionary<string, (double? Value, double Resolution)> Values)
{
    /// <summary>Reads what is there so far; a last line without its end is still being written.</summary>
    public static IReadOnlyList<TruthRow> ReadAll(string path)
    {
        if (!File.Exists(path))
            return [];
        var text = File.ReadAllText(path);
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];
    }

    private static TruthRow Read(string line)
    {
        var words = line.Split(' ');
        return new TruthRow(long.Parse(words[0], CultureInfo.InvariantCulture), long.Parse(words[1], CultureInfo.InvariantCulture), words.Skip(2).ToDictionary(Name, Value));
    }

    private static string Name(string word) => word[..word.IndexOf('=', StringComparison.Ordinal)];

    private static (double?, double) Value(string word)
    {
        var parts = word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';');
        return (parts[0].Length == 0 ? null : double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
