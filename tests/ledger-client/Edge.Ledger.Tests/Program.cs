using Edge.Ledger.Merkle;
using Edge.Ledger.Tests.Merkle.Lanes;

namespace Edge.Ledger.Tests;

/// <summary>The suite as a program of its own, for what must be tried under the runtime's switches: <c>lanes</c> says the width in use and tries it.</summary>
internal static class Program
{
    private static void Main()
    {
        Console.WriteLine($"lanes {TreeHasher.Sha256.Lanes}");
        foreach (var (_, run) in LaneTrials.All)
            run();
        Console.WriteLine("all equal");
    }
}
