using System.Globalization;

namespace Edge.Sensors.Catalog;

/// <summary>Amounts of data as people write them: a number and B, kB, MB, GB, TB (thousands) or KiB, MiB, GiB, TiB (1024).</summary>
public static class ByteText
{
    private static readonly (string Suffix, double Bytes)[] Units =
    [
        ("KiB", 1024), ("MiB", 1024.0 * 1024), ("GiB", 1024.0 * 1024 * 1024), ("TiB", 1024.0 * 1024 * 1024 * 1024),
        ("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3), ("B", 1),
    ];

    /// <summary>Reads "32GB", "1.5 MiB". False for anything else, negative numbers and what is beyond 2^53 bytes.</summary>
    public static bool TryParse(string text, out long bytes)
    {
        ArgumentNullException.ThrowIfNull(text);
        bytes = 0;
        foreach (var (suffix, size) in Units)
        {
            if (!text.EndsWith(suffix, StringComparison.Ordinal))
                continue;
            if (!double.TryParse(text[..^suffix.Length].TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || !(number * size <= 1L << 53))
                return false;
            bytes = (long)Math.Round(number * size);
            return true;
        }

        return false;
    }

    /// <summary>With the largest unit of thousands that gives at least 1, and at most one decimal.</summary>
    public static string Format(double bytes)
    {
        foreach (var (suffix, size) in Units.Where(u => u.Suffix.Length == 2))
        {
            if (bytes >= size)
                return string.Create(CultureInfo.InvariantCulture, $"{bytes / size:0.#} {suffix}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{bytes:0} B");
    }
}
