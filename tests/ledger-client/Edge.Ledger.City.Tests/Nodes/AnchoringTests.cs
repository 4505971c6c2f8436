using Edge.Ledger.City.Witnessing;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Notes;
using Edge.Testing;

namespace Edge.Ledger.City.Tests.Nodes;

/// <summary>A gateway, four departments and the city log over a real broker.</summary>
public sealed class AnchoringTests
{
    private readonly MemoryAnchorLog _log = new(CityKeys.Gateway("gw-1"));

    private Task AnchoredAsync(ulong size) => Eventually.True(() => _log.AnchoredSize >= size);

    private ulong SealAnd(AnchoringClient client, int entries)
    {
        var size = Checkpoint.Parse(_log.Seal(entries)).Size;
        client.Sealed();
        return size;
    }

    [Theory]
    [InlineData(MqttVersion.V5)]
    [InlineData(MqttVersion.V311)]
    public async Task Anchors_what_is_sealed_and_follows_the_blocks(MqttVersion version)
    {
        await using var city = await TestCity.StartAsync(version);
        var client = city.StartGateway("gw-1", _log);
        Assert.Null(client.Status.PendingSince);
        for (var round = 0; round < 5; round++) await AnchoredAsync(SealAnd(client, 7));

        Assert.Equal(35ul, client.Status.AnchoredSize);
        Assert.All(_log.Receipts, receipt => Assert.True(receipt.Accepted.Cosigners.Count >= 3));
        await Eventually.True(() => client.Status.PendingSince is null);
        await Eventually.True(() => client.Status.Departments.All(d => d.Size == 35));
        await Eventually.True(() => client.Status.Block is { } block && block.Header.Height > 3);
        Assert.NotNull(_log.NewestBlock);
        Assert.Equal(0, client.Status.NotBelieved);
        Assert.Empty(city.Lines.Errors);
    }

    [Fact]
    public async Task Anchors_a_backlog_at_once()
    {
        await using var city = await TestCity.StartAsync();
        for (var i = 0; i < 50; i++) _log.Seal(100);
        city.StartGateway("gw-1", _log);
        await AnchoredAsync(5000);
        Assert.Equal(5000ul, Assert.Single(_log.Receipts).Checkpoint.Size);
    }

    [Fact]
    public async Task Goes_on_anchoring_when_one_department_is_ended()
    {
        await using var city = await TestCity.StartAsync();
        var client = city.StartGateway("gw-1", _log);
        await AnchoredAsync(SealAnd(client, 3));
        await city.StopDepartmentAsync(2);
        await AnchoredAsync(SealAnd(client, 3));
        await AnchoredAsync(SealAnd(client, 3));
        Assert.DoesNotContain("environment", _log.Receipts[^1].Accepted.Cosigners.Select(c => c.Witness));
    }

    [Fact]
    public async Task Waits_when_two_departments_are_ended_and_catches_up_when_one_returns()
    {
        await using var city = await TestCity.StartAsync();
        var client = city.StartGateway("gw-1", _log);
        await AnchoredAsync(SealAnd(client, 3));
        await city.StopDepartmentAsync(0);
        await city.StopDepartmentAsync(2);
        for (var i = 0; i < 5; i++) SealAnd(client, 3);
        await Eventually.True(() => city.Lines.Contains("No answer for size 18"));
        Assert.Equal(3ul, _log.AnchoredSize);
        Assert.NotNull(client.Status.PendingSince);

        await city.StartDepartmentAsync(2);
        await AnchoredAsync(18);

        Assert.Equal(["energy", "environment", "justice"], _log.Receipts[^1].Accepted.Cosigners.Select(c => c.Witness));
    }

    [Fact]
    public async Task Heals_a_department_that_lags()
    {
        await using var city = await TestCity.StartAsync();
        var client = city.StartGateway("gw-1", _log);
        await AnchoredAsync(SealAnd(client, 3));
        await city.StopDepartmentAsync(3);
        await AnchoredAsync(SealAnd(client, 3));
        await AnchoredAsync(SealAnd(client, 3));
        await city.StartDepartmentAsync(3);
        await AnchoredAsync(SealAnd(client, 3));

        await Eventually.True(() => client.Status.Departments[3].Size == 12);
        Assert.True(city.Lines.Contains("justice is at size 3: sending the proof from there."));
        await city.StopDepartmentAsync(3);
        using var state = new SqliteWitnessState(city.StateFile(3));
        Assert.Equal(12ul, state.Find($"{CityKeys.Domain}/gw-1")!.Size);
    }

    [Fact]
    public async Task Goes_on_when_the_broker_was_killed_and_comes_back()
    {
        await using var city = await TestCity.StartAsync();
        var client = city.StartGateway("gw-1", _log);
        await AnchoredAsync(SealAnd(client, 3));
        await city.Broker.KillAsync();
        await Eventually.True(() => !client.Status.Link.IsConnected);
        var size = SealAnd(client, 3);
        await city.Broker.StartAgainAsync();
        await AnchoredAsync(size);
    }

    [Fact]
    public async Task Gets_its_receipt_again_when_it_was_lost()
    {
        await using var city = await TestCity.StartAsync();
        var client = city.StartGateway("gw-1", _log);
        await AnchoredAsync(SealAnd(client, 3));
        await city.StopGatewaysAsync();
        var forgetful = new MemoryAnchorLog(CityKeys.Gateway("gw-1"));
        forgetful.Seal(3);

        city.StartGateway("gw-1", forgetful);

        await Eventually.True(() => forgetful.AnchoredSize == 3);
        Assert.Equal(_log.Receipts[0].Block.Proof.ToBytes(), forgetful.Receipts[0].Block.Proof.ToBytes());
    }

    [Fact]
    public async Task Anchors_two_gateways_side_by_side()
    {
        await using var city = await TestCity.StartAsync();
        var second = new MemoryAnchorLog(CityKeys.Gateway("gw-2"));
        var one = city.StartGateway("gw-1", _log);
        var two = city.StartGateway("gw-2", second);
        for (var i = 0; i < 3; i++)
        {
            second.Seal(2);
            two.Sealed();
            await AnchoredAsync(SealAnd(one, 5));
        }
        await Eventually.True(() => second.AnchoredSize == 6);
        Assert.Empty(city.Lines.Errors);
    }
}
