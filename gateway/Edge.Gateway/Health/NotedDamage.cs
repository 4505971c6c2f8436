using System.Globalization;
using System.Text.Json.Serialization;
using Edge.Store.Log;

namespace Edge.Gateway.Health;

/// <summary>A piece of damage, and when it was found.</summary>
/// <param name="First">Index of the first entry whose bytes were lost.</param>
/// <param name="Count">How many were; 0 when only something beside the entries was damaged.</param>
/// <param name="What">What was found and where, in English.</param>
/// <param name="Quarantine">The file with the damaged bytes; null when there were none to keep.</param>
/// <param name="Found">RFC 3339, UTC, whole seconds, as the board's clock had it; null: not noted.</param>
public sealed record NotedDamage(ulong First, ulong Count, string What, string? Quarantine, string? Found = null)
{
    /// <summary>Somebody has removed or replaced a file of the log: no fault of the card.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ByHand { get; init; }

    public static NotedDamage Of(StoreDamage damage, DateTimeOffset found) =>
        new(damage.First, damage.Count, damage.What, damage.Quarantine, found.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)) { ByHand = damage.IsByHand };

    /// <summary>Whether it is the same piece, whenever it was found.</summary>
    public bool IsAs(NotedDamage other) => this == other with { Found = Found };

    /// <summary>The newest first, and of those found together the largest.</summary>
    public static IOrderedEnumerable<NotedDamage> Ordered(IEnumerable<NotedDamage> damage) =>
        damage.OrderByDescending(d => d.Found ?? "", StringComparer.Ordinal).ThenByDescending(d => d.Count);
}
