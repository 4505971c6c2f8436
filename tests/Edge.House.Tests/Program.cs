using Edge.Processes;

namespace Edge.House.Tests;

/// <summary>A parent to be killed: starts a child that would live for ten minutes, says its id, and waits.</summary>
internal static class Program
{
    private static async Task Main()
    {
        await using var child = ChildProcess.Start("sleep", ["600"]);
        Console.WriteLine($"child {child.Id}");
        await Task.Delay(Timeout.Infinite);
    }
}
