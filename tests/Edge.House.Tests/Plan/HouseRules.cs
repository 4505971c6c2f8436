using System.Text.RegularExpressions;

namespace Edge.House.Tests.Plan;

/// <summary>Rules for single files, each giving the reason why a file breaks it, or null.</summary>
internal static partial class HouseRules
{
    public const int MaxLines = 400;

    private static readonly string[] Unlimited = ["Edge.sln", "LICENSE"];
    private static readonly string[] Sources = [".cs", ".csproj", ".props", ".sh", ".py", ".go", ".js", ".mjs", ".ts", ".html", ".css", ".md", ""];

    public static string? TooLong(string file, string text) =>
        Sources.Contains(Path.GetExtension(file)) && !Unlimited.Contains(file) && text.AsSpan().Count('\n') is > MaxLines and var lines
            ? $"{file} has {lines} lines; {MaxLines} is the limit. It holds more than one idea."
            : null;

    public static string? NameSaysNothing(string file) =>
        EmptyName().Match(file) is { Success: true } name ? $"{file}: \"{name.Value}\" says nothing; name the idea." : null;

    public static string? ForeignPlace(string file, string text) =>
        Place().Match(text) is { Success: true } place ? $"{file}: \"{place.Value}\" is a place of one machine, a package source or a secret." : null;

    public static string? Conditional(string file, string text) =>
        file.EndsWith(".cs", StringComparison.Ordinal) && Directive().IsMatch(text) ? $"{file}: #if; let the project choose a file, below the port." : null;

    public static string? Binary(string file, string text) => text.Contains('\0', StringComparison.Ordinal) ? $"{file} is not text." : null;

    [GeneratedRegex(@"(?<=^|/|[a-z.])(Utils?|Utilities|Helpers?|Managers?|Common|Misc)(?=$|[/.A-Z])")]
    private static partial Regex EmptyName();

    // Written in pieces so that this file keeps its own rule.
    [GeneratedRegex(@"(?<![\w.$}])/(wo" + @"rk|ro" + @"ot|ho" + @"me|Us" + @"ers)/\w|<package" + @"Sources|registry\s*=\s*http|-----BEGIN [A-Z ]*PRIVATE" + @" KEY", RegexOptions.IgnoreCase)]
    private static partial Regex Place();

    [GeneratedRegex(@"^\s*#if\b", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
