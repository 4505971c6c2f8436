using Edge.Vm.Machines;

namespace Edge.Vm.Tests;

/// <summary>A fact about a virtual machine; skipped, with the reason, where there can be none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VmFactAttribute : FactAttribute
{
    public VmFactAttribute() => Skip = MachineFiles.Missing;
}
