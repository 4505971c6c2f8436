namespace Edge.Ledger.Mqtt.Links;

/// <summary>The broker does not seem to know MQTT 5: it said so, or hung up on the CONNECT without a word.</summary>
internal sealed class UnknownVersionException(string message) : Exception(message);
