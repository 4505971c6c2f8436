namespace Edge.Testing;

/// <summary>The project's own programs, built in the same configuration as the running test.</summary>
public static class Programs
{
    public static string Gateway => Find("Edge.Gateway", "edge-gateway");

    /// <summary>The gateway as a program that needs no runtime, of the same stack as the running test; null where it was not built, which <c>./edge test</c> and <c>./edge bench footprint</c> do.</summary>
    public static string? NativeGateway => Path.Combine(Built.Parent!.FullName, "native", "edge-gateway") is var path && File.Exists(path) ? path : null;

    public static string City => Find("Edge.Ledger.City", "edge-city");

    public static string Verify => Find("Edge.Verify", "edge-verify");

    public static string Simulator => Find("Edge.Simulators", "edge-sim");

    public static string Demo => Find("Edge.Demo", "edge-demo");

    /// <summary>The folder that holds Edge.sln.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>The executable of a project.</summary>
    /// <exception cref="FileNotFoundException">It is not built; the message says where it should be.</exception>
    public static string Find(string project, string assembly)
    {
        var path = Path.Combine(Built.FullName, project, new DirectoryInfo(AppContext.BaseDirectory).Name, assembly);
        return File.Exists(path) ? path : throw new FileNotFoundException($"{assembly} is not built: {path} is missing. Build {project} first.", path);
    }

    /// <summary>The folder <c>bin</c>, whose <c>Project/configuration</c> holds the test as well as the programs, of the same stack.</summary>
    private static DirectoryInfo Built => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Edge.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Edge.sln.");
    }
}
