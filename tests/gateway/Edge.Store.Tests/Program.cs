namespace Edge.Store.Tests;

/// <summary>The writer that crash tests start and kill: <c>PATH</c> appends groups for ever and says after each what is durable.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        using var log = SampleLog.Open(arguments[0]);
        Console.WriteLine($"opened {log.Size}");
        while (true)
        {
            // Groups of 1 to 7 entries, every third sealed: the killed moment falls into every kind of commit.
            SampleLog.Append(log, count: 1 + (int)(log.Size % 7), seal: log.Size % 3 == 0);
            Console.WriteLine($"durable {log.Size}");
        }
    }
}
