using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Notes;
using Edge.Testing;

namespace Edge.Ledger.City.Tests.Nodes;

public sealed class CityLogNodeTests
{
    private readonly MemoryAnchorLog _log = new(CityKeys.Gateway("gw-1"));

    private static async Task<CityBlock> NextBlockAsync(TestCity city, IMqttLink link)
    {
        while (true)
        {
            var message = await link.Incoming.ReadAsync().AsTask().WaitAsync(Eventually.DefaultLimit);
            if (message.Topic != "edge/v1/blocks") continue;
            var block = CityBlock.Verify(message.Payload.Span, city.Keys.Policy, CityKeys.Domain, out var reason);
            Assert.True(block is not null, reason);
            return block;
        }
    }

    [Fact]
    public async Task Chains_its_blocks_through_a_restart_and_retains_the_newest()
    {
        await using var city = await TestCity.StartAsync();
        await using var link = await city.ConnectAsync();
        await link.SubscribeAsync("edge/v1/blocks", default);
        var previous = await NextBlockAsync(city, link);
        for (var i = 0; i < 10; i++)
        {
            if (i == 5)
            {
                await city.StopLogAsync();
                await city.StartLogAsync();
            }
            var block = await NextBlockAsync(city, link);
            if (block.Hash == previous.Hash) continue;
            Assert.Equal((previous.Header.Height + 1, previous.Hash), (block.Header.Height, block.Header.Previous));
            previous = block;
        }
        await city.StopLogAsync();
        await using var later = await city.ConnectAsync();
        await later.SubscribeAsync("edge/v1/blocks", default);
        Assert.True((await NextBlockAsync(city, later)).Header.Height >= previous.Header.Height);
    }

    [Fact]
    public async Task Goes_on_with_the_pending_block_and_never_signs_two_of_one_size()
    {
        await using var city = await TestCity.StartAsync();
        await using var link = await city.ConnectAsync();
        await link.SubscribeAsync("edge/v1/water.example/anchor", default);
        var client = city.StartGateway("gw-1", _log);
        for (var round = 0; round < 3; round++)
        {
            // Two ended: the block in the making cannot get its quorum before the restart.
            await city.StopDepartmentAsync(0);
            await city.StopDepartmentAsync(1);
            _log.Seal(2);
            client.Sealed();
            await Eventually.True(() => city.Lines.All.Count(line => line.Contains("of water.example within", StringComparison.Ordinal)) > round);
            await city.StopLogAsync();
            await city.StartLogAsync();
            await city.StartDepartmentAsync(0);
            await city.StartDepartmentAsync(1);
            await Eventually.True(() => _log.AnchoredSize == (ulong)(2 * (round + 1)));
        }
        Assert.True(city.Lines.Contains("Going on with block"));
        await city.StopLogAsync();

        var roots = new Dictionary<ulong, Checkpoint>();
        while (link.Incoming.TryRead(out var message))
        {
            var checkpoint = Checkpoint.Parse(AddCheckpointRequest.Parse(message.Payload.Span).Note);
            Assert.Equal(checkpoint, roots.TryGetValue(checkpoint.Size, out var seen) ? seen : roots[checkpoint.Size] = checkpoint);
        }
        Assert.True(roots.Count > 3);
        Assert.Empty(city.Lines.Errors);
    }
}
