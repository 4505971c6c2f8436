using Edge.Testing;

namespace Edge.Sparkplug.Tests.Nodes;

/// <summary>A test with a host of npm packages; skipped, with what to install, where that cannot be.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NpmHostFactAttribute : FactAttribute
{
    public NpmHostFactAttribute() => Skip = SparkplugHost.Missing;
}
