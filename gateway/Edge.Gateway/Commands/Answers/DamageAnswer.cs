using Edge.Gateway.Health;

namespace Edge.Gateway.Commands.Answers;

/// <summary>What is known to be damaged in a log.</summary>
/// <param name="Damage">The newest first; with <c>--seen</c> what was seen to now.</param>
/// <param name="SeenIn">The file that has it from now on; absent unless somebody has seen to it now.</param>
/// <param name="Fault">What is wrong with the log of a gateway that does not run, in words.</param>
internal sealed record DamageAnswer(string Gateway, string Log, IReadOnlyList<NotedDamage> Damage, string? SeenIn, string? Fault)
{
    public int Version { get; init; } = 1;
}
