namespace Edge.Simulators.Tests.Recordings;

/// <summary>A fact about a recording that lives beside the project: skipped, and named in the output, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RecordingFactAttribute : FactAttribute
{
    public RecordingFactAttribute(string file)
    {
        if (Find(file) is null)
            Skip = $"SKIPPED, NOT PROVED: the recording {file} is absent; put it into ../shared/data beside the repository, or name its folder in EDGE_RECORDINGS.";
    }

    /// <summary>The file in EDGE_RECORDINGS, or in shared/data beside the repository (or beside one of its parents).</summary>
    public static string? Find(string file)
    {
        var named = Environment.GetEnvironmentVariable("EDGE_RECORDINGS");
        if (!string.IsNullOrEmpty(named))
            return Existing(Path.Combine(named, file));
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Existing(Path.Combine(folder.FullName, "shared", "data", file)) is { } found)
                return found;
        }
        return null;
    }

    private static string? Existing(string path) => File.Exists(path) ? path : null;
}
