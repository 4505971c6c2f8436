namespace Edge.Vm.Tests.Stacks;

/// <summary>What this stack's buses hand on of what the kernel gives: all of it.</summary>
internal static class KernelPromises
{
    /// <summary>Share of a burst's pulses that may be missing from the count.</summary>
    public const double MayLose = 0;

    /// <summary>What the gateway warns of at its start.</summary>
    public static string[] Warnings => [];
}
