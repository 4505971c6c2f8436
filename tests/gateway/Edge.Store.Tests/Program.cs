using Edge.Store.Tests.Log;

namespace Edge.Store.Tests;

/// <summary>
/// The suite as a program of its own. <c>PATH</c>: the writer that crash tests start and kill; appends groups for ever and says after each what is durable.
/// <c>codings</c>: says what the bundle codec makes of the sample bundles, to be tried under the runtime's switches.
/// </summary>
internal static class Program
{
    public const string CodecVerb = "codings";

    private static int Main(string[] arguments)
    {
        if (arguments is [CodecVerb])
        {
            Console.WriteLine($"codings {BundleCodecTests.Digest()}");
            return 0;
        }

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
