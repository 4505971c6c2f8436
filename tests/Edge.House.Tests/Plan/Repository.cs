using Edge.Testing;

namespace Edge.House.Tests.Plan;

/// <summary>The files of this repository as they lie in the working tree, without what is built.</summary>
internal static class Repository
{
    private static readonly string[] Built = [".git", "artifacts", "out", "node_modules", "bin", "obj"];

    /// <summary>Paths from the root, with '/'.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Programs.RepositoryRoot).Order(StringComparer.Ordinal)];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Programs.RepositoryRoot, file));

    public static IReadOnlyList<Project> Projects { get; } =
        [.. Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).Select(file => Project.Parse(file, Read(file)))];

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (Path.GetFileName(file) != ".git")
                yield return Path.GetRelativePath(Programs.RepositoryRoot, file);
        }
        foreach (var inner in Directory.EnumerateDirectories(folder).Where(inner => !Built.Contains(Path.GetFileName(inner))))
        {
            foreach (var file in Walk(inner))
                yield return file;
        }
    }
}
