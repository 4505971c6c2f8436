using Edge.Testing;

namespace Edge.Integration.Tests.Recordings;

/// <summary>A test that needs the recordings; skipped, with the reason, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RecordingFactAttribute : FactAttribute
{
    public RecordingFactAttribute() => Skip = RecordingFolder.Missing(RecordedColumns.All.Select(r => r.File));
}
