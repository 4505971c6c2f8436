using System.Globalization;
using Edge.Ledger.Notes;
using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tests.Log;

namespace Edge.Store.Tests;

/// <summary>
/// The suite as a program of its own. <c>PATH</c>: the writer that crash tests start and kill; appends groups for ever, or up to a size, and says after each what is durable.
/// <c>read PATH</c>: says how many entries a log has, and whose its newest checkpoint is, out of its index. <c>codings</c>: says what the bundle codec makes of the sample bundles, to be tried under the runtime's switches.
/// </summary>
internal static class Program
{
    public const string CodecVerb = "codings";

    public const string ReadVerb = "read";

    private static int Main(string[] arguments)
    {
        if (arguments is [CodecVerb])
        {
            Console.WriteLine($"codings {BundleCodecTests.Digest()}");
            return 0;
        }

        if (arguments is [ReadVerb, var path])
        {
            using var reader = LogFolder.OpenReader(path);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"read {reader.Extent.Size} {Checkpoint.Parse(SignedNote.Parse(reader.FindCheckpoint(0)!.Value.Bytes)).Origin}"));
            return 0;
        }

        var writer = new Thread(() => Write(arguments));
        writer.Start();
        writer.Join();
        // What failed on the way, and what the thread's own slots held of it, must not do anything when it is collected either.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return 0;
    }

    private static void Write(string[] arguments)
    {
        var options = new SegmentOptions();
        using var log = SampleLog.Open(arguments[0], arguments.Length > 1 ? options with { Bytes = long.Parse(arguments[1], CultureInfo.InvariantCulture) } : options);
        var end = arguments.Length > 2 ? ulong.Parse(arguments[2], CultureInfo.InvariantCulture) : ulong.MaxValue;
        foreach (var damage in log.Damage)
            Console.WriteLine($"damaged {damage.First}+{damage.Count} {damage.What}");
        Console.WriteLine($"opened {log.Size}");
        while (log.Size < end)
        {
            try
            {
                // Groups of 1 to 7 entries, every third sealed: the killed moment falls into every kind of commit.
                SampleLog.Append(log, count: 1 + (int)(log.Size % 7), seal: log.Size % 3 == 0);
                Console.WriteLine($"durable {log.Size}");
            }
            catch (StoreException refused)
            {
                Console.WriteLine($"refused {refused.Message}");
            }
        }

    }
}
