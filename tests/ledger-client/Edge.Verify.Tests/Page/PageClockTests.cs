using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Tests;
using Edge.Ledger.Tests.Evidence;
using Edge.Verify.Commands;
using Edge.Verify.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Page;

/// <summary>The times that readings are shown with (SPEC.md section 2, Display time), where clocks came late, were set and crept: the page's are those of the core.</summary>
[Collection(nameof(PageBrowser))]
public sealed class PageClockTests(PageBrowser browser)
{
    private const int Files = 60;
    private static readonly TestKeys Keys = new();
    private static readonly Instants Times = new(TimeSpan.Zero, new EnglishPhrases());

    [PageFact]
    public async Task Recomputed_times_are_those_of_the_core()
    {
        var random = new Random(20_261_128);
        var files = Enumerable.Range(0, Files).Select(_ => Log(random)).ToArray();
        await using var session = await browser.Open();
        await session.Trust(Keys.PolicyText);
        await session.Check([.. files.Select((bytes, i) => ($"{i}.edge", bytes))]);
        await session.Settle();
        var shown = await session.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.list button')].map((_, i) => { document.getElementById(`file-${i}`).click();
              return [...document.querySelectorAll('table.readings tbody td:last-child')].map(cell => cell.textContent).join('\n'); })
            """);
        Assert.Equal(files.Select(Expected), shown);
        Assert.InRange(shown.Count(times => times.Contains("recomputed", StringComparison.Ordinal)), Files / 3, Files);
        Assert.Empty(session.Complaints);
    }

    private static string Expected(byte[] file)
    {
        var readings = new EvidenceVerifier(Keys.Policy).Verify(file).Readings;
        var times = new DisplayTimes(readings);
        return string.Join('\n', readings.Select(reading =>
        {
            var own = reading.Reading.Wall is { } wall ? Text(wall) : "clock not synchronised";
            return times.Of(reading) is { IsRecomputed: true } known ? $"{own}; recomputed: {Text(known.Wall)}" : own;
        }));

        static string Text(WallTime wall) => $"{Times.Device(wall.Seconds)} {new EnglishPhrases().Uncertainty(wall.UncertaintyMilliseconds / 1000.0)}";
    }

    /// <summary>A boot, and then readings and clock corrections in any order, of clocks that are right, wrong or not there.</summary>
    private static byte[] Log(Random random)
    {
        // Half a second before a leap second of January 2027, or some day.
        var start = random.Next(3) == 0 ? 1_798_761_600 - random.Next(40) : Scene.Start + random.Next(1000);
        var gateway = new ModelGateway(Keys.Gateway) { Now = null };
        gateway.Append(new BootEntry(Guid.Empty, 0, Wall(random, start), ClockSource.Kernel, "edge", ""));
        List<ulong> subjects = [];
        while (subjects.Count < 8)
        {
            if (random.Next(3) == 0)
            {
                var monotonic = (ulong)random.NextInt64(100_000_000_000);
                var truth = start + (monotonic / 1e9);
                gateway.Append(new ClockEntry(monotonic, Wall(random, truth), Wall(random, truth), ClockSource.Kernel));
                continue;
            }

            // The model's monotonic clock goes on by a millisecond with each entry.
            gateway.Now = Wall(random, start + (gateway.Size / 1000.0))?.Seconds;
            subjects.Add(gateway.Read("ph", "pH", 7));
        }

        var city = new ModelCity(Keys);
        var receipt = city.Order(Keys.Cosigned(gateway.Checkpoint(), Keys.Gateway, start + 600, 0, 1, 2), start + 602);
        return gateway.Cut(receipt, gateway.Size, [], [.. subjects]).ToBytes();
    }

    /// <summary>Right, an hour or a second off, or unknown.</summary>
    private static WallTime? Wall(Random random, double truth) => random.Next(6) switch
    {
        0 => null,
        1 => new WallTime(truth + 3600, (uint)random.Next(100)),
        2 => new WallTime(truth - 1, (uint)random.Next(1500)),
        3 => new WallTime(truth + 1, (uint)random.Next(500)),
        _ => new WallTime(truth, (uint)random.Next(100)),
    };
}
