namespace Edge.Demo.Towns;

/// <summary>The project's programs as the build leaves them: artifacts/bin/(project)/(configuration)/(program).</summary>
internal static class BuiltPrograms
{
    /// <summary>What the script of the house is called by, with the stack that it runs.</summary>
    public static string Script => Environment.GetEnvironmentVariable("EDGE_COMMAND") ?? "./edge";

    public static string Gateway => Find("Edge.Gateway", "edge-gateway");

    public static string City => Find("Edge.Ledger.City", "edge-city");

    public static string Simulator => Find("Edge.Simulators", "edge-sim");

    public static string Demo => Find("Edge.Demo", "edge-demo");

    public static string Verify => Find("Edge.Verify", "edge-verify");

    /// <exception cref="FileNotFoundException">It is not built.</exception>
    private static string Find(string project, string program)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(here.Parent!.Parent!.FullName, project, here.Name, program);
        return File.Exists(path) ? path : throw new FileNotFoundException($"{program} is not built: {path} is missing. Run ./edge demo, which builds it.", path);
    }
}
