namespace Edge.Simulators.Sites;

/// <summary>A mapping or recording cannot be used. Each problem says file, line, column where known, what is wrong, what to write.</summary>
/// <param name="problems">In the order of the file.</param>
public sealed class SiteFileException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>One problem each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;

    /// <param name="problem">The one problem.</param>
    public SiteFileException(string problem)
        : this([problem])
    {
    }
}
