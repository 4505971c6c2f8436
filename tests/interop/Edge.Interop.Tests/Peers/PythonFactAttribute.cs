namespace Edge.Interop.Tests.Peers;

/// <summary>A test that asks the verifier in Python; skipped, with what to install, where that cannot be.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute() => Skip = PythonPeer.Missing;
}
