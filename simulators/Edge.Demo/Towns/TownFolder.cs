namespace Edge.Demo.Towns;

/// <summary>Where a town keeps its files.</summary>
public sealed class TownFolder
{
    private const string Marker = ".edge-demo";

    private TownFolder(string root) => Root = root;

    public string Root { get; }

    public string Policy => In("policy.txt");

    public string Evidence => In("evidence");

    public string GatewayConfiguration => In("gateway", "gateway.yaml");

    public string GatewayStore => In("gateway", "edge.db");

    public string GatewayKey => In("gateway", "gateway.key");

    public string SimulatorSocket => In("sim.sock");

    public string SimulatorSite => In("gateway", "sensors.yaml");

    public string Truth => In("truth.txt");

    public string BrokerConfiguration => In("broker", "mosquitto.conf");

    public string Logs => In("logs");

    public string CityKey => In("city", "log.key");

    public string CityState => In("city", "log");

    public string DepartmentKey(string name) => In("city", $"{name}.key");

    public string DepartmentState(string name) => In("city", name);

    /// <summary>Makes the folder. One that an earlier run made is emptied first; any other that is not empty is left alone.</summary>
    /// <exception cref="IOException">The folder holds something else, or cannot be written.</exception>
    public static TownFolder Make(string? path)
    {
        var root = path is null ? Directory.CreateTempSubdirectory("edge-demo-").FullName : Path.GetFullPath(path);
        if (Directory.Exists(root) && Directory.EnumerateFileSystemEntries(root).Any())
        {
            if (!File.Exists(Path.Combine(root, Marker)))
                throw new IOException($"{root} is not empty and was not made by an earlier run. Choose another folder.");
            Directory.Delete(root, recursive: true);
        }

        var folder = new TownFolder(root);
        foreach (var part in new[] { folder.Evidence, folder.Logs, folder.In("gateway"), folder.In("broker"), folder.In("city") })
            Directory.CreateDirectory(part);
        File.WriteAllText(Path.Combine(root, Marker), "");
        return folder;
    }

    private string In(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);
}
