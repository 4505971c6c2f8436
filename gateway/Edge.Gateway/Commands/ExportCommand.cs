using System.CommandLine;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway export</c>: what others read of a log, in their own formats.</summary>
internal static class ExportCommand
{
    public static Command Create(HelpWords help) => new("export", help.Export) { ExportTilesCommand.Create(help), ExportCoseCommand.Create(help) };
}
