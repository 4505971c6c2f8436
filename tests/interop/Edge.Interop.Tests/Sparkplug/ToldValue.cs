namespace Edge.Interop.Tests.Sparkplug;

/// <summary>A metric as the host in JavaScript says it.</summary>
/// <param name="Timestamp">ms since 1970.</param>
internal sealed record ToldValue(string? Name, double? Value, long Timestamp, int? Quality, string? Reason, string? Unit, long? Entry, bool IsHistorical);
