using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Tests.Links;

namespace Edge.Ledger.Mqtt.Tests.Stacks;

/// <summary>Properties of a publication that are none. They end a process with libmosquitto 2.0.11 in it.</summary>
public sealed class PropertyTests
{
    [Theory]
    [InlineData("300B0001740102414243444546", "whose properties are longer than it says")]
    [InlineData("3006000174027F00", "Property ID")]
    public async Task Ends_at_a_publication_whose_properties_are_none(string packet, string why)
    {
        await using var broker = new LyingBroker(greeting: Convert.FromHexString(packet));
        var endpoint = new MqttEndpoint { Host = "127.0.0.1", Port = broker.Port, Version = MqttVersion.V5 };
        await using var link = await MqttStack.CreateConnector(TimeProvider.System).ConnectAsync(endpoint, default);

        Assert.Contains(why, (await link.Closed.WaitAsync(TimeSpan.FromSeconds(20))).Reason, StringComparison.Ordinal);
        Assert.False(link.Incoming.TryRead(out _));
    }
}
