using System.Globalization;
using System.Security.Cryptography;

namespace Edge.Site.Access;

/// <summary>
/// Passwords as they are kept: <c>pbkdf2-sha512$ITERATIONS$SALT$HASH</c> (RFC 8018; salt of 16 bytes, hash of 32, both base64). What is kept says how it was made, so
/// that hashes of other numbers of iterations stay good.
/// </summary>
public static class PasswordHash
{
    /// <summary>Of hashes made now.</summary>
    public const int Iterations = 210_000;

    private const string Kind = "pbkdf2-sha512";
    private const int MostIterations = 10_000_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>Of nobody's password: whoever is not known costs as much time as who is.</summary>
    public static string Nobody { get; } = Write(Iterations, new byte[SaltBytes], new byte[HashBytes]);

    /// <summary>A hash with a salt of its own.</summary>
    public static string Make(string password) => Make(password, Iterations);

    /// <summary>Whether a password is the one that was kept. In time that does not depend on either.</summary>
    public static bool Verify(string kept, string password) =>
        Read(kept) is var (iterations, salt, hash) && CryptographicOperations.FixedTimeEquals(Derive(password, salt, iterations), hash);

    /// <summary>Whether a text is a hash of this form.</summary>
    public static bool IsHash(string kept) => Read(kept) is not null;

    internal static string Make(string password, int iterations)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return Write(iterations, salt, Derive(password, salt, iterations));
    }

    private static byte[] Derive(string password, byte[] salt, int iterations) => Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA512, HashBytes);

    private static string Write(int iterations, byte[] salt, byte[] hash) =>
        string.Create(CultureInfo.InvariantCulture, $"{Kind}${iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");

    private static (int Iterations, byte[] Salt, byte[] Hash)? Read(string kept)
    {
        if (kept.Split('$') is not [Kind, var count, var salt, var hash] || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var iterations) || iterations is < 1 or > MostIterations)
            return null;
        try
        {
            return (Convert.FromBase64String(salt), Convert.FromBase64String(hash)) is ({ Length: SaltBytes } s, { Length: HashBytes } h) ? (iterations, s, h) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
