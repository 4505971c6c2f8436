using Edge.Testing;
using Edge.Vm.Machines;

namespace Edge.Vm.Tests.Sensors;

/// <summary>A fact about the gateway on a kernel's own buses; skipped, with the reason, where there is no virtual machine or no native build.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SensorsFactAttribute : FactAttribute
{
    public SensorsFactAttribute() => Skip = Missing;

    /// <summary>Why it cannot be tried here; null if it can.</summary>
    public static string? Missing => MachineFiles.Missing
        ?? (Programs.NativeGateway is null ? "SKIPPED, NOT PROVED: the gateway is not built to native code here: ./edge test does it, and says why if it cannot" : null);
}
