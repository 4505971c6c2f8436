using Edge.Testing;
using Edge.Vm.Machines;

namespace Edge.Vm.Tests.Modules;

/// <summary>The kernel's buffer for a block holds 32 bytes; what answers for the bus is not believed when it counts more.</summary>
public sealed class BlockTests
{
    [VmFact]
    public async Task A_block_that_counts_itself_is_taken_whole_or_not_at_all()
    {
        await using var machine = VirtualMachine.Boot(new Dictionary<string, string> { ["job"] = Path.Combine(Programs.RepositoryRoot, "tests", "vm", "blocks") });
        await machine.EndAsync(TimeSpan.FromMinutes(3), CancellationToken.None);

        Assert.Contains("63626103", Answer("three bytes"), StringComparison.Ordinal);
        foreach (var refused in new[] { "no byte", "too many", "fewer than counted", "more than counted" })
            Assert.Contains("block read failed", Answer(refused), StringComparison.Ordinal);
        Assert.Contains("7a797803", Answer("three bytes again"), StringComparison.Ordinal);
        // The kernel's own check stands behind the copying; it must have had nothing to find.
        Assert.Equal("0", Answer("seen above").Trim());

        string Answer(string what) => machine.Console.All.Single(l => l.StartsWith($"{what}: ", StringComparison.Ordinal))[(what.Length + 2)..];
    }
}
