namespace Edge.Gateway.Health;

/// <summary>What people type to call this program.</summary>
internal static class ProgramName
{
    private const string Name = "edge-gateway";

    /// <summary>As the script of the house says that it was called, else by the path of the program that runs: where it is installed it need not be in PATH.</summary>
    public static string Called => Caller ?? Itself;

    /// <summary>The script of the house, for verbs of other programs.</summary>
    public static string Script => Caller ?? "./edge";

    /// <summary>The command that runs the gateway, which the script has no verb for.</summary>
    /// <param name="configuration">Its configuration file.</param>
    public static string Run(string configuration) => $"{Itself} run --config {configuration}";

    /// <summary>The command by which somebody says that damage was seen to.</summary>
    /// <param name="configuration">The gateway's configuration file; null: not known.</param>
    public static string DamageSeen(string? configuration) => $"{Called} damage --seen{With(configuration)}";

    /// <summary>The command that shows all damage that nobody has seen to.</summary>
    /// <param name="configuration">The gateway's configuration file; null: not known.</param>
    public static string Damage(string? configuration) => $"{Called} damage{With(configuration)}";

    /// <summary>The command that says whether a configuration can be used.</summary>
    /// <param name="configuration">Its file; null: not known.</param>
    public static string ConfigCheck(string? configuration) => $"{Called} config check {configuration ?? "FILE"}";

    private static string? Caller => Environment.GetEnvironmentVariable("EDGE_COMMAND");

    private static string Itself => Environment.ProcessPath is { } path && Path.GetFileName(path) == Name ? path : Name;

    private static string With(string? configuration) => configuration is null ? "" : $" --config {configuration}";
}
