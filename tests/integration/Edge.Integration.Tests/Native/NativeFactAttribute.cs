using Edge.Testing;

namespace Edge.Integration.Tests.Native;

/// <summary>A fact about the native build; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NativeFactAttribute : FactAttribute
{
    public NativeFactAttribute() =>
        Skip = Programs.NativeGateway is null ? "NOT TESTED: the gateway is not built to native code here: ./edge test does it, and says why if it cannot" : null;
}
