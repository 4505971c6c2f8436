namespace Edge.Vm.Tests.Stacks;

/// <summary>What this stack's buses hand on of what the kernel gives: edges without stamp and number, and of libgpiod 1 only those that 16 places hold while nobody reads.</summary>
internal static class KernelPromises
{
    /// <summary>Share of a burst's pulses that may be missing from the count.</summary>
    public const double MayLose = 0.2;

    /// <summary>What the gateway warns of at its start.</summary>
    public static string[] Warnings => ["a transfer is not ended after", "are stamped and counted when they arrive"];
}
