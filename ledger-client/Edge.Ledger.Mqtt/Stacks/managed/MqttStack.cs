namespace Edge.Ledger.Mqtt.Links;

/// <summary>The implementation of the MQTT port that this build was made with (MSBuild property <c>Stack</c>).</summary>
public static class MqttStack
{
    /// <summary>Its name, for <c>--version</c> and benchmarks.</summary>
    public const string Name = "MQTTnet";

    /// <summary>A connector of this build's stack.</summary>
    public static IMqttConnector CreateConnector(TimeProvider clock) => new Stacks.MqttNetConnector(clock);
}
