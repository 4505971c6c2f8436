using Edge.Simulators.Recordings;

namespace Edge.Simulators.Commands;

/// <summary>What <c>edge-sim serve</c> was asked for.</summary>
/// <param name="Socket">Where it listens.</param>
/// <param name="Recording">CSV file, or null for the bench alone.</param>
/// <param name="Mapping">Mapping file, or null for the built-in one.</param>
/// <param name="Speed">Times real time; null for one row per second.</param>
/// <param name="Seed">Of the bench's signals.</param>
/// <param name="SiteOut">Where the gateway's configuration goes, or null.</param>
/// <param name="Truth">Where the rows go as they become active, or null.</param>
/// <param name="OutageCap">Longest time of one row.</param>
/// <param name="AtEnd">What follows the last row.</param>
/// <param name="InKernel">Whether its buses are this machine's kernel's as well.</param>
public sealed record ServeSettings(
    string Socket, string? Recording, string? Mapping, double? Speed, ulong Seed, string? SiteOut, string? Truth, TimeSpan OutageCap, AtEnd AtEnd, bool InKernel);
