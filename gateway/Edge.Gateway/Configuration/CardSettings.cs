namespace Edge.Gateway.Configuration;

/// <summary>What a new card bears.</summary>
/// <param name="RatedBytes">Bytes that may be written to it in its life.</param>
public sealed record CardSettings(double RatedBytes);
