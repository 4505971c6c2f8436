using Edge.Ledger.Merkle;

namespace Edge.Ledger.Evidence;

/// <summary>How evidence and accusations lie in files: a header line, content, and the SHA-256 of everything before. The digest finds damage; it is no signature.</summary>
internal static class DigestedFile
{
    /// <summary>Longest file accepted, in bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    public static bool IsIntact(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> header) =>
        bytes.Length >= header.Length + Hash32.Size && TreeHasher.Sha256.Hash(bytes[..^Hash32.Size]) == new Hash32(bytes[^Hash32.Size..]);

    /// <summary>What lies between header and digest.</summary>
    /// <param name="what">The form's name, for the error.</param>
    /// <exception cref="MalformedException">Too long, another header, or the digest does not fit.</exception>
    public static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> header, string what)
    {
        if (bytes.Length > MaxBytes)
            throw new MalformedException($"{what}: {bytes.Length} bytes; at most {MaxBytes} are accepted");
        if (!bytes.StartsWith(header))
            throw new MalformedException($"{what}: the file does not start with its header line");
        if (!IsIntact(bytes, header))
            throw new MalformedException($"{what}: the digest at the end does not fit the bytes before it");
        return bytes[header.Length..^Hash32.Size];
    }

    /// <summary>The first <paramref name="length"/> bytes of a buffer, header included, and their digest.</summary>
    public static byte[] Close(ReadOnlySpan<byte> buffer, int length) =>
        [.. buffer[..length], .. TreeHasher.Sha256.Hash(buffer[..length]).Bytes];
}
