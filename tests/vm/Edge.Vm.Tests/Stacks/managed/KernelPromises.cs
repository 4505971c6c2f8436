namespace Edge.Vm.Tests.Stacks;

/// <summary>
/// What this stack's buses hand on of what the kernel gives: edges without stamp and number, and of libgpiod 1 only those that 16 places hold while nobody reads. That
/// some were lost shows in every other overflow.
/// </summary>
internal static class KernelPromises
{
    /// <summary>Whether each edge is handed on. Where not, a total says by its quality that some are missing.</summary>
    public const bool KeepsEdges = false;

    /// <summary>Share of a burst's pulses that may be missing without a word.</summary>
    public const double SilentlyLost = 0.05;

    /// <summary>What the gateway warns of at its start.</summary>
    public static string[] Warnings => ["are stamped and counted when they arrive"];
}
