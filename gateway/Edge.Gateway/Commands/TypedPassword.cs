using System.Text;
using Edge.Gateway.Configuration;
using Edge.Site.Access;

namespace Edge.Gateway.Commands;

/// <summary>A new password, from a file, from standard input, or typed twice without being shown; never from the command line, which others on the machine can read.</summary>
internal static class TypedPassword
{
    private const int MostBytes = 4 * Account.MostPassword;

    /// <param name="file">Its first line; null: standard input.</param>
    /// <exception cref="InputException">It is not one that may be given, or was typed in two ways.</exception>
    public static string Read(string name, string? file, SiteWords words)
    {
        var password = file is not null ? InFile(file, words) : Console.IsInputRedirected ? Console.In.ReadLine() ?? "" : Twice(name, words);
        return Account.IsPassword(name, password) ? password : throw new InputException(words.WeakPassword(Account.LeastPassword, Account.MostPassword));
    }

    private static string InFile(string file, SiteWords words)
    {
        try
        {
            return Encoding.UTF8.GetString(PlainFile.Read(file, MostBytes)).Split('\n')[0].TrimEnd('\r');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(words.PasswordUnread(file, e.Message));
        }
    }

    private static string Twice(string name, SiteWords words)
    {
        var password = Hidden(words.AskPassword(name));
        return Hidden(words.AskAgain) == password ? password : throw new InputException(words.NotTheSame);
    }

    private static string Hidden(string prompt)
    {
        Console.Error.Write(prompt);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
