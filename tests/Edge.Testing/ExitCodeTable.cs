namespace Edge.Testing;

/// <summary>The table of exit codes in <c>.edge/README.md</c>: what each verb may end with.</summary>
public static class ExitCodeTable
{
    private const int Codes = 5;

    /// <summary>By verb: its codes, and the code of a set-up that failed where there is one.</summary>
    public static IReadOnlyDictionary<string, (IReadOnlyList<int> Codes, int? SetUp)> Read() => File.ReadLines(Path.Combine(Programs.RepositoryRoot, ".edge/README.md"))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Count(c => c == '|') == Codes + 3)
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..])
        .ToDictionary(
            cells => cells[0].Trim('`'),
            cells => ((IReadOnlyList<int>)[.. Enumerable.Range(0, Codes).Where(code => cells[1 + code].Length > 0)], int.TryParse(cells[1 + Codes], out var code) ? code : (int?)null));
}
