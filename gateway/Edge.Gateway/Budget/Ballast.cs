using Edge.Gateway.Hosting;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Budget;

/// <summary>
/// Room held in reserve: a file in the log's folder that is given back to the file system when the disk is full to the last byte, so that what must be
/// written before anything can go, the group that waits and the gaps, can be. Made again when there is room.
/// </summary>
public sealed class Ballast(string path, ILogger<Ballast> logger)
{
    /// <summary>Bytes where there is room for it: a full group, its seal, kept entries and gaps, with what the file system itself needs.</summary>
    public const int Most = 1024 * 1024;

    private const int Least = 64 * 1024;

    /// <summary>The file, in a log's folder.</summary>
    public static string In(string folder) => Path.Combine(folder, "ballast");

    /// <summary>Bytes that it holds now.</summary>
    public long Held => new FileInfo(path) is { Exists: true, LinkTarget: null, Length: var length } ? length : 0;

    /// <summary>Bytes that it should have: <see cref="Most"/>, or an eighth of what the log may have in all.</summary>
    /// <param name="capacity">Bytes: the budget, or what the disk has for the log where that is less.</param>
    public static int For(long capacity) => (int)Math.Clamp(capacity / 8, Least, Most);

    /// <summary>Makes it, where it is missing or shorter; true when there is one of that size. A pipe or a link in its place goes: one may never answer, the other leads to somebody's file.</summary>
    public bool Make(int size)
    {
        if (Held >= size)
            return true;
        try
        {
            // Noise, because some file systems keep zeros nowhere.
            var noise = new byte[size];
            new Random(Most).NextBytes(noise);
            File.Delete(path);
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            stream.Write(noise);
            stream.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Release();
            return false;
        }
    }

    /// <summary>Gives its room back; true when there was any.</summary>
    public bool Release()
    {
        try
        {
            if (Held == 0)
                return false;
            File.Delete(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            logger.BallastStays(path, e.Message);
            return false;
        }
    }
}
