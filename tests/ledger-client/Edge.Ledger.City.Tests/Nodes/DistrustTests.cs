using System.Text;
using Edge.Ledger.Merkle;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Notes;
using Edge.Testing;

namespace Edge.Ledger.City.Tests.Nodes;

/// <summary>What liars on the broker achieve: a line in the log.</summary>
public sealed class DistrustTests
{
    private const string ReceiptTopic = "edge/v1/gw-1/receipt";

    private readonly NoteSigner _key = CityKeys.Gateway("gw-1");
    private readonly MemoryAnchorLog _log;

    public DistrustTests() => _log = new MemoryAnchorLog(_key);

    private async Task<AnchoringClient> AnchoredAsync(TestCity city)
    {
        var client = city.StartGateway("gw-1", _log);
        _log.Seal(3);
        client.Sealed();
        await Eventually.True(() => _log.AnchoredSize == 3);
        return client;
    }

    private static async Task RefusedAsync(TestCity city, AnchoringClient client, string topic, byte[] payload, string reason)
    {
        var before = client.Status.NotBelieved;
        await using var liar = await city.ConnectAsync();
        await liar.PublishAsync(topic, payload, retain: false, default);
        await Eventually.True(() => client.Status.NotBelieved > before);
        Assert.Contains(reason, client.Status.LastNotBelieved, StringComparison.Ordinal);
        Assert.True(city.Lines.Contains(reason));
        Assert.Null(client.Status.Halted);
    }

    [Fact]
    public async Task Refuses_forged_receipts_and_says_why()
    {
        await using var city = await TestCity.StartAsync();
        var client = await AnchoredAsync(city);
        var genuine = _log.Receipts[0].Block.Proof;
        for (var i = 0; i < 4; i++) await city.StopDepartmentAsync(i);
        var next = _log.Seal(4);
        client.Sealed();

        // One department alone and the city log cosign what they like.
        var anchor = AnchorLeaf.Write(city.Keys.Cosign(next, TimeProvider.System.GetUtcNow(), 0));
        var tree = new MemoryTree(TreeHasher.Sha256);
        tree.Append(anchor);
        var block = city.Keys.Cosign(new Checkpoint(CityKeys.Domain, 1, tree.Root).Sign(city.Keys.City), TimeProvider.System.GetUtcNow(), 0);
        await RefusedAsync(city, client, ReceiptTopic, Receipt.Write(anchor, 0, [], block).ToBytes(), "a receipt was not believed: Block: ");
        // A genuine block with another anchor.
        await RefusedAsync(city, client, ReceiptTopic, (genuine with { Extra = anchor }).ToBytes(), "a receipt was not believed: NotIncluded");
        await RefusedAsync(city, client, ReceiptTopic, "noise"u8.ToArray(), "a receipt was not believed: Malformed");
        Assert.Equal(3ul, _log.AnchoredSize);
    }

    [Fact]
    public async Task Refuses_forged_refusals()
    {
        await using var city = await TestCity.StartAsync();
        var client = await AnchoredAsync(city);
        using var thief = CityKeys.Signer("energy", KeyType.Ed25519Cosignature, "another seed");
        var refusal = new Refusal(_key.Name, 409, 3, _log.RootAt(3), null, "go back").Sign(thief, TimeProvider.System.GetUtcNow());
        await RefusedAsync(city, client, ReceiptTopic, refusal.ToBytes(), "a refusal was not believed");
    }

    [Fact]
    public async Task Refuses_a_wrong_block_and_goes_on_with_the_right_ones()
    {
        await using var city = await TestCity.StartAsync();
        var client = await AnchoredAsync(city);
        await Eventually.True(() => client.Status.Block is not null);
        var header = new BlockHeader(1_000_000, 1, default).ToBytes();
        var tree = new MemoryTree(TreeHasher.Sha256);
        tree.Append(header);
        var note = city.Keys.Cosign(new Checkpoint(CityKeys.Domain, 1, tree.Root).Sign(city.Keys.City), TimeProvider.System.GetUtcNow(), 0, 1);
        await RefusedAsync(city, client, EdgeTopic.Blocks, new TlogProof(header, 0, [], note).ToBytes(), "a block was not believed");
        var height = client.Status.Block!.Header.Height;
        Assert.NotEqual(1_000_000ul, height);
        await Eventually.True(() => client.Status.Block!.Header.Height > height);
    }

    [Fact]
    public async Task Halts_a_gateway_that_was_restored_from_an_old_copy()
    {
        await using var city = await TestCity.StartAsync();
        var client = await AnchoredAsync(city);
        _log.Seal(4);
        client.Sealed();
        await Eventually.True(() => _log.AnchoredSize == 7);
        await city.StopGatewaysAsync();

        var restored = new MemoryAnchorLog(_key);
        restored.Seal(3);
        var again = city.StartGateway("gw-1", restored);

        await Eventually.True(() => again.Status.Halted is not null);
        Assert.Equal(7UL, again.Status.Halted!.Size);
        Assert.True(city.Lines.Contains("Anchoring stopped:"));
        Assert.Equal(0ul, restored.AnchoredSize);
    }

    [Fact]
    public async Task Halts_a_copy_with_another_history_and_departments_accept_none_of_it()
    {
        await using var city = await TestCity.StartAsync();
        await AnchoredAsync(city);
        await city.StopGatewaysAsync();
        var copy = new MemoryAnchorLog(_key);
        copy.Seal(9, "forged");

        var client = city.StartGateway("gw-1", copy);

        await Eventually.True(() => client.Status.Halted is not null);
        Assert.Contains("another history", client.Status.Halted!.ToString(), StringComparison.Ordinal);
        Assert.Equal(0ul, copy.AnchoredSize);
        for (var i = 0; i < 4; i++)
        {
            await city.StopDepartmentAsync(i);
            using var state = new Edge.Ledger.City.Witnessing.SqliteWitnessState(city.StateFile(i));
            Assert.Equal(_log.RootAt(3), state.Find(_key.Name)!.Root);
        }
    }

    [Fact]
    public async Task Departments_survive_noise_on_their_topics()
    {
        await using var city = await TestCity.StartAsync();
        await using (var noisy = await city.ConnectAsync())
        {
            foreach (var topic in new[] { "edge/v1/gw-1/anchor", "edge/v1/nobody/anchor", "edge/v1/gw-1/cosignature", "edge/v1/water.example/receipt", "edge/v1/water.example/cosignature" })
            {
                foreach (var payload in new[] { "", "noise", "old 0\n\nwater.example/gw-1\n", new string('x', 200_000) })
                    await noisy.PublishAsync(topic, Encoding.UTF8.GetBytes(payload), retain: false, default);
            }
        }
        await AnchoredAsync(city);
        Assert.Empty(city.Lines.Errors);
    }
}
