namespace Edge.Gateway.Health;

/// <summary>What people type to call this program.</summary>
internal static class ProgramName
{
    private const string Name = "edge-gateway";

    /// <summary>As the script of the house says that it was called, else by the path of the program that runs: where it is installed it need not be in PATH.</summary>
    public static string Called => Environment.GetEnvironmentVariable("EDGE_COMMAND") ?? (Environment.ProcessPath is { } path && Path.GetFileName(path) == Name ? path : Name);

    /// <summary>The command by which somebody says that damage was seen to.</summary>
    /// <param name="configuration">The gateway's configuration file; null: not known.</param>
    public static string DamageSeen(string? configuration) => $"{Called} damage --seen{With(configuration)}";

    /// <summary>The command that shows all damage that nobody has seen to.</summary>
    /// <param name="configuration">The gateway's configuration file; null: not known.</param>
    public static string Damage(string? configuration) => $"{Called} damage{With(configuration)}";

    /// <summary>The command that says whether a configuration can be used.</summary>
    /// <param name="configuration">Its file; null: not known.</param>
    public static string ConfigCheck(string? configuration) => $"{Called} config check {configuration ?? "FILE"}";

    private static string With(string? configuration) => configuration is null ? "" : $" --config {configuration}";
}
