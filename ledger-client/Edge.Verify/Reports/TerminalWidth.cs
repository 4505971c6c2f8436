using System.Globalization;

namespace Edge.Verify.Reports;

/// <summary>How wide the terminal is that a report is read on.</summary>
public static class TerminalWidth
{
    /// <summary>COLUMNS if it is set, else what the terminal says, else 80; from 40 to 80.</summary>
    /// <param name="environment">Gives environment variables.</param>
    public static int Of(Func<string, string?> environment) => Math.Clamp(
        int.TryParse(environment("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) ? columns : Terminal(),
        ReportWriter.MinWidth, ReportWriter.Width);

    private static int Terminal() => Console.IsOutputRedirected || Console.WindowWidth <= 0 ? ReportWriter.Width : Console.WindowWidth;
}
