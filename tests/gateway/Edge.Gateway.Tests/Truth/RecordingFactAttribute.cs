using Edge.Testing;

namespace Edge.Gateway.Tests.Truth;

/// <summary>A fact about a recording that lives beside the project: skipped, and named in the output, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RecordingFactAttribute : FactAttribute
{
    public RecordingFactAttribute(string file) => Skip = RecordingFolder.Missing(file);
}
