namespace Edge.Interop.Tests.Peers;

/// <summary>A test that asks the peer in Go; skipped, with what to install, where that cannot be.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GoFactAttribute : FactAttribute
{
    public GoFactAttribute() => Skip = GoPeer.Missing;
}
