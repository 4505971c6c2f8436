using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Links.Mosquitto;

namespace Edge.Ledger.Mqtt.Tests.Links.Mosquitto;

public sealed class MosquittoTlsTests : MqttTlsContract
{
    protected override IMqttConnector Connector { get; } = new MosquittoConnector(TimeProvider.System);
}
