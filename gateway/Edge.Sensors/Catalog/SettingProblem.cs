namespace Edge.Sensors.Catalog;

/// <summary>One setting that cannot be, at its place, so that a reader of files can add file and line.</summary>
/// <param name="Path">For example <c>sensors[0].options.gain</c>.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record SettingProblem(string Path, string Message)
{
    /// <summary>Path and message.</summary>
    public override string ToString() => $"{Path}: {Message}";
}
