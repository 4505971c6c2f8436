using System.Text;

namespace Edge.Site.Access;

/// <summary>Somebody who may log in.</summary>
/// <param name="Name">Stands in the log as who did something.</param>
/// <param name="Password">Its hash, as <see cref="PasswordHash"/> writes it.</param>
public sealed record Account(string Name, Role Role, string Password)
{
    /// <summary>Characters of a name.</summary>
    public const int MostName = 64;

    /// <summary>Characters of a password, least and most.</summary>
    public const int LeastPassword = 10;

    /// <inheritdoc cref="LeastPassword"/>
    public const int MostPassword = 200;

    /// <summary>1 to 64 letters and digits of any script, and between them spaces and <c>. - _ '</c>. No combining marks, so that what looks alike is alike.</summary>
    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= MostName && IsWhole(name) && name == name.Trim(' ') && name.EnumerateRunes().All(IsOfName);
    }

    /// <summary>Whether a password may be given: long enough, not the name, nothing in it that no keyboard types.</summary>
    public static bool IsPassword(string name, string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        return password.Length is >= LeastPassword and <= MostPassword && IsWhole(password) && !password.Contains(name, StringComparison.OrdinalIgnoreCase) && !password.Any(char.IsControl);
    }

    private static bool IsOfName(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or '-' or '_' or '\'';

    /// <summary>No half of a surrogate pair.</summary>
    private static bool IsWhole(string text) => !text.EnumerateRunes().Any(r => r == Rune.ReplacementChar);
}
