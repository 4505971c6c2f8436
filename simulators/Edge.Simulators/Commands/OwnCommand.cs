using System.Text.RegularExpressions;

namespace Edge.Simulators.Commands;

/// <summary>Commands of this program as a user can type them: it is rarely in PATH.</summary>
public static partial class OwnCommand
{
    /// <summary><c>edge-sim map</c> for a recording.</summary>
    public static string Map(string recording) => $"{Program()} map {Quoted(recording)}";

    private static string Program()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "edge-sim");
        if (!File.Exists(path))
            return "edge-sim";
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return Quoted(relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Contains('/', StringComparison.Ordinal) ? relative : $"./{relative}");
    }

    private static string Quoted(string path) => Plain().IsMatch(path) ? path : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^[\p{L}\p{N}_./+:@%=,-]+$")]
    private static partial Regex Plain();
}
