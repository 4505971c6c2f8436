namespace Edge.Gateway.Consequences;

/// <summary>A doubt as <c>--json</c> gives it.</summary>
/// <param name="Name">Which, in snake_case.</param>
/// <param name="Message">What it is about, for people.</param>
public sealed record Warning(string Name, string Message);
