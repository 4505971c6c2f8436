using Edge.Ledger.Mqtt.Links;

namespace Edge.Ledger.Mqtt.Tests.Links;

public sealed class LyingBrokerTests : LyingBrokerContract
{
    protected override IMqttConnector Connector { get; } = MqttStack.CreateConnector(TimeProvider.System);
}
