using System.Text.RegularExpressions;

namespace Edge.Demo.Showing;

/// <summary>Paths as a person types them in a shell.</summary>
public static partial class ShellText
{
    /// <summary>Relative to a folder when it lies in it, quoted where the shell would take it apart.</summary>
    public static string Path(string path, string from)
    {
        var relative = System.IO.Path.GetRelativePath(from, path);
        var shown = relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.StartsWith('-') ? $"./{relative}" : relative;
        return Plain().IsMatch(shown) ? shown : $"'{shown.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    [GeneratedRegex(@"^[\p{L}\p{N}_./+:@%=,-]+$")]
    private static partial Regex Plain();
}
