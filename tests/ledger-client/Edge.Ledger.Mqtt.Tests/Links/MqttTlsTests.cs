using Edge.Ledger.Mqtt.Links;

namespace Edge.Ledger.Mqtt.Tests.Links;

public sealed class MqttTlsTests : MqttTlsContract
{
    protected override IMqttConnector Connector { get; } = MqttStack.CreateConnector(TimeProvider.System);
}
