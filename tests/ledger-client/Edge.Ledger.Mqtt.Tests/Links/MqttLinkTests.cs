using Edge.Ledger.Mqtt.Links;

namespace Edge.Ledger.Mqtt.Tests.Links;

public sealed class MqttLinkTests : MqttLinkContract
{
    protected override IMqttConnector Connector { get; } = MqttStack.CreateConnector(TimeProvider.System);
}
