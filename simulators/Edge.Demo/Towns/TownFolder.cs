namespace Edge.Demo.Towns;

/// <summary>Where a town keeps its files.</summary>
public sealed class TownFolder : IDisposable
{
    private const string Marker = ".edge-demo";

    /// <summary>EWOULDBLOCK of flock(2): another process holds the file.</summary>
    private const int WouldBlock = 11;

    private readonly FileStream _held;
    private readonly bool _temporary;

    private TownFolder(string root, FileStream held, bool temporary) => (Root, _held, _temporary) = (root, held, temporary);

    public string Root { get; }

    /// <summary>Files of an earlier run that were taken away.</summary>
    public int Replaced { get; private set; }

    public string Policy => In("policy.txt");

    public string Evidence => In("evidence");

    public string GatewayConfiguration => In("gateway", "gateway.yaml");

    public string GatewayStore => In("gateway", "edge-log");

    public string GatewayKey => In("gateway", "gateway.key");

    public string SimulatorSocket => In("sim.sock");

    public string SimulatorSite => In("gateway", "sensors.yaml");

    public string Truth => In("truth.txt");

    public string BrokerConfiguration => In("broker", "mosquitto.conf");

    public string Logs => In("logs");

    public string CityKey => In("city", "log.key");

    public string CityState => In("city", "log");

    public string HistorianState => In("city", "historian");

    public string DepartmentKey(string name) => In("city", $"{name}.key");

    public string DepartmentState(string name) => In("city", name);

    /// <summary>
    /// Makes the folder and holds it until this is disposed. What an earlier run left is taken away, nothing else; a folder that no run made must be empty.
    /// </summary>
    /// <param name="path">Null: a new temporary folder.</param>
    /// <param name="needed">Whole paths of files that this run reads.</param>
    /// <exception cref="TownException">It holds something else, another run is in it, or it cannot be written.</exception>
    public static TownFolder Make(string? path, IReadOnlyCollection<string>? needed = null)
    {
        var root = path is null ? Directory.CreateTempSubdirectory("edge-demo-").FullName : Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        try
        {
            Directory.CreateDirectory(root);
            if (Directory.EnumerateFileSystemEntries(root).Any() && !File.Exists(Path.Combine(root, Marker)))
                throw new TownException(
                    $"{root} is not empty and was not made by an earlier run. Choose another folder with --out.",
                    $"{root} 不是空目录，也不是以前运行所建。请用 --out 另选目录。");
            return Fill(new TownFolder(root, Hold(root), path is null), needed ?? []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TownException(
                $"the folder {root} cannot be written: {e.Message} Choose one that you may write in with --out.",
                $"目录 {root} 不可写：{e.Message} 请用 --out 选择可写的目录。");
        }
    }

    /// <summary>Takes away a temporary folder of a run of which there is nothing to read. True: it is gone.</summary>
    public bool RemoveIfOfNoUse()
    {
        if (!_temporary || Directory.EnumerateFiles(Logs).Any() || Directory.EnumerateFiles(Evidence).Any())
            return false;
        Directory.Delete(Root, recursive: true);
        return true;
    }

    public void Dispose() => _held.Dispose();

    private static TownFolder Fill(TownFolder folder, IReadOnlyCollection<string> needed)
    {
        try
        {
            folder.Replaced = TownLeftovers.Remove(folder.Root, needed);
            foreach (var part in new[] { folder.Evidence, folder.Logs, folder.In("gateway"), folder.In("broker"), folder.In("city") })
                Directory.CreateDirectory(part);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>The marker, locked: two runs in one folder would write over each other.</summary>
    private static FileStream Hold(string root)
    {
        try
        {
            return new FileStream(Path.Combine(root, Marker), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.HResult == WouldBlock)
        {
            throw new TownException(
                $"{root} is in use by another run. Wait for its end, or choose another folder with --out.",
                $"{root} 正被另一次运行使用。请等它结束，或用 --out 另选目录。");
        }
    }

    private string In(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);
}
