using Edge.Gateway.Budget;
using Edge.Gateway.Configuration;
using Edge.Gateway.Tests.Evidence;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;
using Edge.Store.Log;
using Edge.Store.Segments;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Gateway.Tests.Budget;

/// <summary>The writer and its keeper over a real store on a disk that tells what it is told to: an entry held takes 100 bytes, 2,000 of them and the reserve are the budget.</summary>
internal sealed class RoomRig : IDisposable
{
    public const int Entries = 2000;

    /// <summary>What is held in reserve beside so small a log.</summary>
    public static readonly int Reserve = Ballast.For(0);

    private readonly ModelCity _city = new();
    private readonly Random _noise = new(1);

    public RoomRig(params IReadOnlyList<FullPolicy> policies)
    {
        Rig = new WriterRig(
            new SealSettings { Entries = 100 },
            store: new StoreSettings { Folder = "", Budget = (Entries * 100) + Reserve, FreeSpaceFloor = 10_000_000, CommitAge = TimeSpan.FromSeconds(10), WhenFull = policies, StuckAfter = TimeSpan.FromMinutes(10) });
        Rig.Meter = held => new StoreUsage(((long)(held.Size - held.Oldest) * EntryBytes) + (new FileInfo(BallastFile) is { Exists: true } ballast ? ballast.Length : 0), 0, Free);
        Rig.Opened = StartKeeper;
        StartKeeper();
    }

    /// <summary>On a disk that says itself what it has.</summary>
    public RoomRig(string folder, long floor, params IReadOnlyList<FullPolicy> policies)
    {
        Rig = new WriterRig(
            new SealSettings { Entries = 100 },
            store: new StoreSettings { Folder = folder, FreeSpaceFloor = floor, CommitAge = TimeSpan.FromSeconds(10), WhenFull = policies },
            parts: new SegmentOptions { Bytes = 64 * 1024, Ahead = 4096 });
        Rig.Opened = StartKeeper;
        StartKeeper();
    }

    public WriterRig Rig { get; }

    public StoreKeeper Keeper { get; private set; } = null!;

    /// <summary>What an entry takes.</summary>
    public int EntryBytes { get; set; } = 100;

    public long Free { get; set; } = long.MaxValue / 2;

    /// <summary>Samples brought, per channel.</summary>
    public Dictionary<string, long> Sampled { get; } = new() { ["ph"] = 0, ["flow"] = 0 };

    /// <summary>Errors that the keeper told.</summary>
    public List<string> Said { get; } = [];

    public string BallastFile => Ballast.In(Rig.Configuration.Store.Folder);

    /// <summary>Both channels once a second, as many seconds.</summary>
    public void Sample(int seconds, double ph = 7)
    {
        for (var i = 0; i < seconds; i++)
        {
            Rig.Put(WriterRig.Ph, ph);
            Rig.Put(WriterRig.Flow, Sampled["flow"]);
            Sampled["ph"]++;
            Sampled["flow"]++;
            Rig.Clock.Advance(TimeSpan.FromSeconds(1));
            Tick();
        }
    }

    /// <summary>Both channels many times a second, with values that do not compress.</summary>
    public void Burst(int seconds, int perSecond)
    {
        for (var i = 0; i < seconds * 20; i++)
        {
            for (var j = 0; j < perSecond / 40; j++)
            {
                Rig.Put(WriterRig.Ph, _noise.NextDouble());
                Rig.Put(WriterRig.Flow, _noise.NextDouble());
                Sampled["ph"]++;
                Sampled["flow"]++;
            }

            Rig.Clock.Advance(TimeSpan.FromMilliseconds(50));
            Rig.Writer.Tick();
            Keeper.Tick();
        }
    }

    /// <summary>Ticks of a second in which no sensor brings anything.</summary>
    public void Wait(int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            Rig.Clock.Advance(TimeSpan.FromSeconds(1));
            Tick();
        }
    }

    public void Anchor() => _city.Anchor(Rig);

    public IEnumerable<GapEntry> Gaps(GapReason why) => Rig.Entries().OfType<GapEntry>().Where(g => g.Why == why);

    /// <summary>Readings held and readings that gaps tell of, per channel, are what was sampled.</summary>
    public void AssertAccounted()
    {
        var entries = Rig.Entries();
        foreach (var (channel, sampled) in Sampled)
        {
            var kept = entries.OfType<ReadingEntry>().Count(r => r.Channel == channel);
            var told = entries.OfType<GapEntry>().Where(g => g.Channels.SequenceEqual([channel])).Sum(g => GapCount.Of(g) ?? 0);
            Assert.True(sampled == kept + told, $"{channel}: {sampled} sampled, {kept} kept, {told} in gaps");
        }
    }

    public void Dispose()
    {
        Rig.Dispose();
        _city.Dispose();
    }

    private void Tick()
    {
        // As often as it wants to, as in the service, whose ticks come every 20 ms.
        for (var i = 0; i < 50; i++)
        {
            Rig.Writer.Tick();
            Keeper.Tick();
        }
    }

    private sealed class Told(RoomRig rig) : ILogger<StoreKeeper>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => rig.Said.Add(formatter(state, exception));
    }

    private void StartKeeper()
    {
        Keeper = new StoreKeeper(Rig.Configuration, Rig.Log, Rig.Writer, Rig.Clock, new Ballast(BallastFile, NullLogger<Ballast>.Instance), Rig.Status, new Told(this));
        Keeper.Start();
    }
}
