namespace Edge.Integration.Tests.Towns;

/// <summary>What failed, and the last lines of every program of its town.</summary>
public sealed class TownTestException(Exception cause, string lastWords) : Exception($"{cause.GetType().Name}: {cause.Message}\n{lastWords}", cause);
