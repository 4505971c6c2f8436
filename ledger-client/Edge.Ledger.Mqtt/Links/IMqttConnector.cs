namespace Edge.Ledger.Mqtt.Links;

/// <summary>Makes connections to a broker. One call, one connection: nothing here reconnects.</summary>
public interface IMqttConnector
{
    /// <summary>Connects with a clean session, MQTT 5 first unless the endpoint says otherwise.</summary>
    /// <exception cref="MqttLinkException">The broker cannot be reached, or refused the connection.</exception>
    Task<IMqttLink> ConnectAsync(MqttEndpoint endpoint, CancellationToken cancellationToken);
}
