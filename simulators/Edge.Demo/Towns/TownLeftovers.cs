namespace Edge.Demo.Towns;

/// <summary>What a run leaves in its folder, by name: all that a later run may take away. Anything else there is the user's.</summary>
internal static class TownLeftovers
{
    private static readonly (string Folder, string[] Names)[] Made =
    [
        (".", ["policy.txt", "truth.txt", "sim.sock"]),
        ("evidence", ["*.edge"]),
        ("logs", ["*.log"]),
        ("broker", ["mosquitto.conf"]),
        ("gateway", ["gateway.yaml", "gateway.key*", "sensors.yaml", "edge-log.sock", "edge-log.commissioning.sock"]),
        ("city", ["*.key"]),
    ];

    private static readonly string[] MadeByNodes = ["department.state*", "city.index*", "historian.archive*"];

    private static readonly string[] MadeByLogs = ["*.seg", "hashes.*", "sealed", "index.db*", "lock", "ballast"];

    /// <summary>Takes them away, and the folders that are empty then; how many files it were.</summary>
    /// <param name="root">An earlier run's folder.</param>
    /// <param name="needed">Whole paths of files that the new run reads.</param>
    /// <exception cref="TownException">One of those would be taken away; nothing was.</exception>
    public static int Remove(string root, IReadOnlyCollection<string> needed)
    {
        var files = Files(root).ToList();
        if (needed.FirstOrDefault(files.Contains) is { } file)
            throw new TownException(
                $"{file} has a name that the demonstration writes itself in {root}. Move that file, or choose another folder with --out.",
                $"{file} 与演示在 {root} 中自己要写的文件同名。请移走该文件，或用 --out 另选目录。");
        files.ForEach(File.Delete);
        foreach (var folder in Folders(root).Where(f => Directory.Exists(f) && !Directory.EnumerateFileSystemEntries(f).Any()))
            Directory.Delete(folder);
        return files.Count;
    }

    private static IEnumerable<string> Files(string root) => Made.SelectMany(m => In(Path.GetFullPath(Path.Combine(root, m.Folder)), m.Names))
        .Concat(NodeFolders(root).SelectMany(f => In(f, MadeByNodes)))
        .Concat(LogFolders(root).SelectMany(f => In(f, MadeByLogs).Concat(In(Path.Combine(f, "quarantine"), ["*"]))));

    /// <summary>Inner ones first.</summary>
    private static IEnumerable<string> Folders(string root) => LogFolders(root).SelectMany(f => new[] { Path.Combine(f, "quarantine"), f })
        .Concat(NodeFolders(root))
        .Concat(Made.Skip(1).Select(m => Path.Combine(root, m.Folder)).Where(Directory.Exists));

    private static string[] NodeFolders(string root) =>
        Directory.Exists(Path.Combine(root, "city")) ? Directory.GetDirectories(Path.Combine(root, "city")) : [];

    private static string[] LogFolders(string root) => [Path.GetFullPath(Path.Combine(root, "gateway", "edge-log")), .. NodeFolders(root).Select(f => Path.GetFullPath(Path.Combine(f, "city.log")))];

    private static IEnumerable<string> In(string folder, string[] names) =>
        Directory.Exists(folder) ? names.SelectMany(n => Directory.EnumerateFiles(folder, n)) : [];
}
