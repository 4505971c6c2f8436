using Edge.Testing;

namespace Edge.Interop.Tests.Sparkplug;

/// <summary>A test with a host of npm packages; skipped, with what to install, where that cannot be.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SparkplugFactAttribute : FactAttribute
{
    public SparkplugFactAttribute() => Skip = SparkplugHost.Missing;
}
