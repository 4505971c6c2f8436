using System.Globalization;

namespace Edge.Gateway.Health;

/// <summary>What this process has caused to be written to block devices, by the kernel's own count (proc_pid_io(5), write_bytes). Nothing on a file system in memory.</summary>
public static class BlockWrites
{
    private const string Source = "/proc/self/io";
    private const string Field = "write_bytes:";

    /// <summary>Bytes since the process began; null where the kernel does not say.</summary>
    public static long? Read()
    {
        try
        {
            return Parse(File.ReadAllText(Source));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static long? Parse(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.StartsWith(Field, StringComparison.Ordinal) && long.TryParse(line[Field.Length..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes))
                return bytes;
        }

        return null;
    }
}
