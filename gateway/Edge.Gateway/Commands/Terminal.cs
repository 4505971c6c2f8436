using System.Globalization;

namespace Edge.Gateway.Commands;

/// <summary>What standard output and standard error lead to.</summary>
internal static class Terminal
{
    /// <summary>The widest a page gets, and its width where there is no terminal.</summary>
    public const int Widest = 80;

    /// <summary>The narrowest; narrower terminals break lines themselves.</summary>
    public const int Narrowest = 40;

    /// <summary>Standard output is a terminal on which the cursor can be moved.</summary>
    public static bool IsScreen => !Console.IsOutputRedirected && !IsDumb;

    /// <summary>Colours are for people who see and want them (no-color.org); words say the same without.</summary>
    public static bool IsColoured => IsScreen && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Somebody watches standard error, on which what is done now can be shown in one line that goes again.</summary>
    public static bool IsWatched => !Console.IsErrorRedirected && !IsDumb;

    /// <summary>Columns of standard output: COLUMNS if it is set, else what the terminal says.</summary>
    public static int Columns => Math.Clamp(
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) ? columns : OfTerminal(), Narrowest, Widest);

    private static bool IsDumb => Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb";

    private static int OfTerminal() => Console.IsOutputRedirected || Console.WindowWidth <= 0 ? Widest : Console.WindowWidth;
}
