namespace Edge.Ledger.Mqtt.Links;

/// <summary>The implementation of the MQTT port that this build was made with (MSBuild property <c>Stack</c>).</summary>
public static class MqttStack
{
    /// <summary>Its name, for <c>--version</c> and benchmarks.</summary>
    public const string Name = "libmosquitto";

    /// <summary>A connector of this build's stack.</summary>
    /// <exception cref="MqttLinkException">The operating system lacks the library; says how to install it.</exception>
    public static IMqttConnector CreateConnector(TimeProvider clock) => new Stacks.MosquittoConnector(clock);
}
