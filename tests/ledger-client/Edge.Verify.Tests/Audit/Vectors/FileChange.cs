namespace Edge.Verify.Tests.Audit.Vectors;

/// <summary>What one case does to one file of its log.</summary>
/// <param name="Path">The file, from the folder on.</param>
/// <param name="File">The whole file instead; empty where it is taken away.</param>
/// <param name="At">Where <paramref name="Bytes"/> are written over what is there, or on after its end.</param>
/// <param name="Length">To how many bytes it is cut.</param>
internal sealed record FileChange(string Path, byte[]? File = null, int? At = null, byte[]? Bytes = null, int? Length = null)
{
    public static FileChange Gone(string path) => new(path);

    /// <summary>Turns one bit of the byte at a place.</summary>
    public static FileChange Flip(VectorLog log, string path, int at) => new(path, At: at, Bytes: [(byte)(log.Files[path][at] ^ 1)]);

    public static FileChange Append(VectorLog log, string path, params byte[] bytes) => new(path, At: log.Files[path].Length, Bytes: bytes);

    /// <summary>The file after it; null when there is none.</summary>
    public byte[]? Of(byte[]? file) => (At, Length) switch
    {
        ({ } at, _) => [.. file![..at], .. Bytes!, .. file.Skip(at + Bytes!.Length)],
        (_, { } length) => file![..length],
        _ => File,
    };
}
