namespace Edge.Testing;

/// <summary>Where the recordings lie: EDGE_RECORDINGS, or ../shared/data beside the repository. They are not part of it.</summary>
public static class RecordingFolder
{
    public static string Path { get; } =
        Environment.GetEnvironmentVariable("EDGE_RECORDINGS") is { Length: > 0 } named
            ? named
            : System.IO.Path.GetFullPath(System.IO.Path.Combine(Programs.RepositoryRoot, "..", "shared", "data"));

    /// <summary>The file's path, whether it is there or not.</summary>
    public static string Find(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Why a test on these recordings cannot run; null when all are there.</summary>
    public static string? Missing(params IEnumerable<string> files)
    {
        var missing = files.Where(f => !File.Exists(Find(f))).ToList();
        return missing.Count == 0
            ? null
            : $"SKIPPED, NOT PROVED: {string.Join(", ", missing)} not in {Path}. Put the recordings there, or name their folder in EDGE_RECORDINGS.";
    }
}
