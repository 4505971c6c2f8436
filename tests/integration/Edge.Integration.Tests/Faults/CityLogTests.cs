using Edge.Integration.Tests.Towns;
using Edge.Ledger.City;
using Edge.Ledger.Merkle;
using Edge.Torture.Kill;
using Edge.Torture.Logs;

namespace Edge.Integration.Tests.Faults;

public sealed class CityLogTests
{
    private const string Blocks = "edge/v1/blocks";

    [Fact]
    public Task A_city_log_that_is_killed_goes_on_with_its_blocks_and_receipts_come() => TestTown.PlayAsync(async town =>
    {
        await using var listener = await Listener.ConnectAsync(town.City.BrokerPort, Blocks);
        for (var kill = 0; kill < 3; kill++)
        {
            await town.Watch.CaughtUpAsync();
            await town.City.CityLog.KillAsync();
            var without = await town.Watch.NextAsync();
            await town.Watch.UntilAsync(s => s.Sealed > without.Sealed);
            await town.City.CityLog.StartAsync();
        }

        var end = await town.Watch.CaughtUpAsync();
        await town.Watch.UntilAsync(s => s.Block > end.Block);
        Assert.Equal(0, end.NotBelieved);
        Assert.Equal(0, await town.City.CityLog.StopAsync());
        var log = StoredLog.Read(Path.Combine(town.City.Folder.CityState, "city.log"));
        var blocks = listener.Heard.Where(m => m.Topic == Blocks).Select(m => Believed(town, m.Payload)).DistinctBy(b => b.Hash).ToList();
        Assert.Empty(log.Contradictions(blocks.Select(b => b.Proof.Block.Checkpoint!)));
        Chain(blocks);
    });

    private static CityBlock Believed(TestTown town, ReadOnlyMemory<byte> payload)
    {
        var block = CityBlock.Verify(payload.Span, town.Policy, town.City.Plan.City, out var reason);
        Assert.True(block is not null, reason);
        return block;
    }

    /// <summary>No height twice, none left out, each names the one before.</summary>
    private static void Chain(List<CityBlock> blocks)
    {
        Assert.True(blocks.Count > 5);
        var (height, hash) = (blocks[0].Header.Height, blocks[0].Hash);
        foreach (var block in blocks.Skip(1))
        {
            Assert.Equal((height + 1, hash), (block.Header.Height, block.Header.Previous));
            (height, hash) = (block.Header.Height, block.Hash);
        }
    }
}
