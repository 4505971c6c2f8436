namespace Edge.Ledger.Mqtt.Anchoring;

/// <summary>No answer in time; the next attempt follows after the back-off.</summary>
internal sealed class NotAnsweredException(string message) : Exception(message);
