using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Access;

/// <summary>
/// What a program shows to look at what a viewer may (RFC 6750): the one line of a file that the gateway's user alone may read. The file is read at each request that shows one, so that
/// another token counts at once.
/// </summary>
public static class ProgramToken
{
    /// <summary>Characters: 256 bits as base64.</summary>
    public const int Least = 43;

    private const int Most = 1024;
    private const string Scheme = "Bearer ";

    /// <param name="file">Where the token lies; null: there is none.</param>
    internal static bool IsShown(HttpRequest request, string? file)
    {
        if (file is null || request.Headers.Authorization is not [{ } shown] || !shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || shown.Length > Most)
            return false;
        return Read(file) is { Length: >= Least } token
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(token)), SHA256.HashData(Encoding.UTF8.GetBytes(shown[Scheme.Length..].Trim())));
    }

    private static string? Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var bytes = new byte[Most];
            return Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, Most, throwOnEndOfStream: false)).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
