namespace Edge.Fuzz.Targets;

/// <summary>Every parser of the core.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<FuzzTarget> All { get; } = [.. TextTargets.All, .. KeyTargets.All, .. NoteTargets.All, .. CityTargets.All, .. CborTargets.All, .. CoseTargets.All, .. TileTargets.All, .. HistorianTargets.All, .. EvidenceTargets.All, .. EquivocationTargets.All];
}
