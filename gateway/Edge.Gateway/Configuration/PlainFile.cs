using Edge.Gateway.Outputs;

namespace Edge.Gateway.Configuration;

/// <summary>Reads a file that people name: no more of it than a file of its kind has, and nothing that may never end or never open.</summary>
internal static class PlainFile
{
    public const string NotPlain = "is a pipe, a socket or a device; name a regular file";

    /// <summary>All of it; one byte more than <paramref name="most"/> where it is longer.</summary>
    /// <exception cref="IOException">It cannot be read, or is a pipe, a socket or a device (<see cref="NotPlain"/>).</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not.</exception>
    public static byte[] Read(string path, int most)
    {
        if (FileType.IsSpecial(path) && !Directory.Exists(path))
            throw new IOException(NotPlain);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        var bytes = new byte[most + 1];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}
