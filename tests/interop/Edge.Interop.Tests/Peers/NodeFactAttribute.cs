namespace Edge.Interop.Tests.Peers;

/// <summary>A test that asks the peer in JavaScript; skipped, with what to install, where that cannot be.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NodePeer.Missing;
}
