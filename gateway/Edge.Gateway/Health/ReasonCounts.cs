using System.Collections.Concurrent;
using System.Text.Json;

namespace Edge.Gateway.Health;

/// <summary>How often something happened since the start, by reason. From any thread.</summary>
/// <typeparam name="TReason">The reasons; their names are shown in snake_case.</typeparam>
public sealed class ReasonCounts<TReason>
    where TReason : struct, Enum
{
    private readonly ConcurrentDictionary<TReason, long> _counts = new();

    public void Add(TReason reason, long count) => _counts.AddOrUpdate(reason, count, (_, known) => known + count);

    /// <summary>What happened at all, in the order of the reasons.</summary>
    public IReadOnlyDictionary<string, long> ByName() =>
        _counts.OrderBy(c => c.Key).ToDictionary(c => JsonNamingPolicy.SnakeCaseLower.ConvertName(c.Key.ToString()), c => c.Value);
}
