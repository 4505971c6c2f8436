using Edge.Demo.Towns;

namespace Edge.Demo;

/// <summary>What the user asked for, checked.</summary>
/// <param name="Seconds">How long to measure, 1 to 86400.</param>
/// <param name="IsCut">Whether the gateway loses its power in the middle of that.</param>
/// <param name="Folder">Where the town lives; null: a new temporary folder.</param>
/// <param name="Picture">SVG file to draw the run into, or null.</param>
public sealed record DemoRequest(TownPlan Plan, int Seconds, bool IsCut, string? Folder, string? Picture)
{
    /// <summary>Files of the user that the run reads, as whole paths.</summary>
    public IReadOnlyCollection<string> Files => [.. new[] { Plan.Recording, Plan.Mapping }.OfType<string>()];
}
