namespace Edge.Vm.Tests.Stacks;

/// <summary>What this stack's buses hand on of what the kernel gives: all of it.</summary>
internal static class KernelPromises
{
    /// <summary>Whether each edge is handed on. Where not, a total says by its quality that some are missing.</summary>
    public const bool KeepsEdges = true;

    /// <summary>Share of a burst's pulses that may be missing without a word.</summary>
    public const double SilentlyLost = 0;

    /// <summary>What the gateway warns of at its start.</summary>
    public static string[] Warnings => [];
}
