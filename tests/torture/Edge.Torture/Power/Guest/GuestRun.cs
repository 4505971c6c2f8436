using System.Globalization;
using System.Text;
using Edge.Store;
using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tree;

namespace Edge.Torture.Power.Guest;

/// <summary>One start in the guest: opens the log, looks for everything acknowledged before, appends until the power goes or it has done enough.</summary>
internal sealed record GuestRun
{
    /// <summary>The word with which the program is called in the guest.</summary>
    public const string Verb = "guest";

    /// <summary>Small, so that a disk sees many of them begun, closed and evicted.</summary>
    private static readonly SegmentOptions Segments = new() { Bytes = 48 * 1024, Ahead = 8 * 1024 };

    /// <summary>Where the log is, on the data disk.</summary>
    public required string Store { get; init; }

    /// <summary>The port on which it is said what was acknowledged.</summary>
    public required string Port { get; init; }

    /// <summary>A file with the acknowledgements of all boots before.</summary>
    public required string Acknowledged { get; init; }

    /// <summary>From 1 on.</summary>
    public required int Boot { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Groups to append.</summary>
    public required int Groups { get; init; }

    /// <summary>The control: no call flushes.</summary>
    public required bool WithoutFlush { get; init; }

    /// <summary><c>guest STORE PORT ACKNOWLEDGED BOOT SEED GROUPS flush|no-flush</c>. Read by hand: a command line's library would take seconds in the machine.</summary>
    public static GuestRun? Read(string[] words) => words is [Verb, var store, var port, var acknowledged, var boot, var seed, var groups, var flush]
        ? new GuestRun
        {
            Store = store,
            Port = port,
            Acknowledged = acknowledged,
            Boot = int.Parse(boot, CultureInfo.InvariantCulture),
            Seed = ulong.Parse(seed, CultureInfo.InvariantCulture),
            Groups = int.Parse(groups, CultureInfo.InvariantCulture),
            WithoutFlush = flush == "no-flush",
        }
        : null;

    public void Run()
    {
        using var port = new FileStream(Port, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        Say(GuestLine.Opening);
        if (WithoutFlush)
            NoFlush.Begin();
        try
        {
            using var log = MerkleLog.Open(LogFolder.Open(Store, options: Segments));
            using var workload = new Workload(Seed);
            var acknowledged = File.ReadLines(Acknowledged).Select(Acknowledgement.Read).OfType<Acknowledgement>().ToList();
            var check = new LogCheck(log, workload, acknowledged);
            foreach (var fault in check.Faults())
                Say(GuestLine.Fault + fault);
            Say(string.Create(CultureInfo.InvariantCulture, $"{GuestLine.Lost}{check.Lost}"));
            Say(GuestLine.Appending);
            var appender = new Appender(log, workload, Boot, Seed, Say);
            for (var group = 0; group < Groups; group++)
                appender.Step();
        }
        catch (Exception failure) when (failure is StoreException or InvalidOperationException)
        {
            Say($"{GuestLine.Fault}{failure.Message.ReplaceLineEndings(" ")}");
        }
        Say(GuestLine.Done);

        void Say(string line) => port.Write(Encoding.UTF8.GetBytes(line + "\n"));
    }
}
