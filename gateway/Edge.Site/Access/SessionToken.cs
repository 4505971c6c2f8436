using System.Security.Cryptography;
using System.Text;
using Edge.Ledger.Merkle;

namespace Edge.Site.Access;

/// <summary>256 random bits that a cookie carries. Only their hash is kept here, and what a page sends back with each change is derived from them.</summary>
internal static class SessionToken
{
    private const int Bytes = 32;

    public static string Make() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What a session is kept under; null where a text is no token.</summary>
    public static Hash32? Key(string? token) => token is { Length: 2 * Bytes } && token.All(char.IsAsciiHexDigitLower) ? new Hash32(Hash("edge-session/v1 ", token)) : null;

    /// <summary>What a page of this origin knows and no other page can (against forged requests): the answer to login and to <c>GET /api/v1/session</c>.</summary>
    public static string Proof(string token) => Convert.ToHexStringLower(Hash("edge-session-proof/v1 ", token));

    /// <summary>In time that does not depend on the texts.</summary>
    public static bool IsProof(string token, string? given) => given is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Proof(token)), Encoding.UTF8.GetBytes(given));

    private static byte[] Hash(string purpose, string token) => SHA256.HashData(Encoding.ASCII.GetBytes(purpose + token));
}
