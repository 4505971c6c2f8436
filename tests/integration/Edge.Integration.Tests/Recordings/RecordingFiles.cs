using Edge.Testing;

namespace Edge.Integration.Tests.Recordings;

/// <summary>Where the recordings lie: EDGE_RECORDINGS, or beside the repository. They are not part of it.</summary>
internal static class RecordingFiles
{
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("EDGE_RECORDINGS") is { Length: > 0 } named ? named : Path.GetFullPath(Path.Combine(Programs.RepositoryRoot, "..", "shared", "data"));

    public static string Find(string name) => Path.Combine(Folder, name);

    /// <summary>Why tests on recordings cannot run; null when all are there.</summary>
    public static string? Missing
    {
        get
        {
            var missing = RecordedColumns.All.Select(r => r.File).Where(f => !File.Exists(Find(f))).ToList();
            return missing.Count == 0 ? null : $"NOT TESTED: {string.Join(", ", missing)} not in {Folder}. Put the recordings there, or name their folder in EDGE_RECORDINGS.";
        }
    }
}
