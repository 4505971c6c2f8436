namespace Edge.Ledger.Mqtt.Links;

/// <summary>MQTT 5 first, and 3.1.1 where the broker does not know it, unless the endpoint names one of the two.</summary>
internal static class VersionChoice
{
    /// <param name="connect">Connects with a version; an <see cref="UnknownVersionException"/> says that the broker does not seem to know MQTT 5.</param>
    /// <exception cref="MqttLinkException">The broker cannot be reached, or refused the connection.</exception>
    public static async Task<IMqttLink> ConnectAsync(MqttEndpoint endpoint, Func<MqttVersion, Task<IMqttLink>> connect)
    {
        try
        {
            return await connect(endpoint.Version is MqttVersion.V311 ? MqttVersion.V311 : MqttVersion.V5);
        }
        catch (UnknownVersionException) when (endpoint.Version is MqttVersion.Newest)
        {
            return await connect(MqttVersion.V311);
        }
        catch (UnknownVersionException unknown)
        {
            throw new MqttLinkException($"Cannot connect to the broker {endpoint}: {unknown.Message.TrimEnd('.')}.", transient: true, unknown);
        }
    }
}
