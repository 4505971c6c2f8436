namespace Edge.Demo.Towns;

/// <summary>The town cannot be; the message says what stands in the way (a program: what it said) and what to do.</summary>
/// <param name="message">In English.</param>
/// <param name="chinese">The same in Simplified Chinese; null: only a program's own words.</param>
public sealed class TownException(string message, string? chinese = null) : Exception(message)
{
    public string Chinese { get; } = chinese ?? message;
}
