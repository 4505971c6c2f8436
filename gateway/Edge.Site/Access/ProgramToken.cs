using System.Security.Cryptography;
using System.Text;
using Edge.Site.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Edge.Site.Access;

/// <summary>
/// What a program shows to look at what a viewer may (RFC 6750): the one line of a file that its owner alone may use. The file is read each time one is shown, so that
/// another token counts at once. From any thread.
/// </summary>
/// <param name="file">Where the token lies.</param>
public sealed class ProgramToken(string file, ILogger logger)
{
    /// <summary>Characters: 256 bits as base64.</summary>
    public const int Least = 43;

    private const int Most = 1024;
    private const string Scheme = "Bearer ";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private volatile bool _isOpen;

    /// <summary>Whether others than its owner may use a file, who could show what stands in it.</summary>
    /// <exception cref="IOException">It cannot be looked at.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not.</exception>
    public static bool IsOpen(string path) => (File.GetUnixFileMode(path) & ~OwnerOnly) != 0;

    /// <summary>What a request shows as its token; null: none.</summary>
    internal static string? ShownBy(HttpRequest request) =>
        request.Headers.Authorization is [{ Length: <= Most } shown] && shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? shown[Scheme.Length..].Trim() : null;

    /// <summary>Whether it is the token of the file as it is now. In time that does not depend on either.</summary>
    internal bool Is(string shown) =>
        Read() is { Length: >= Least } token && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(token)), SHA256.HashData(Encoding.UTF8.GetBytes(shown)));

    private string? Read()
    {
        try
        {
            if (!IsRelied())
                return null;
            using var stream = File.OpenRead(file);
            var bytes = new byte[Most];
            return Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, Most, throwOnEndOfStream: false)).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Told once until it is mended.</summary>
    private bool IsRelied()
    {
        var isOpen = IsOpen(file);
        if (isOpen && !_isOpen)
            logger.TokenOpen(file);
        _isOpen = isOpen;
        return !isOpen;
    }
}
