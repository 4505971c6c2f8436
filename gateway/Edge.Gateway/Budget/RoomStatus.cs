using Edge.Ledger.Entries;

namespace Edge.Gateway.Budget;

/// <summary>How the log's room stands, for people.</summary>
/// <param name="Room">What is left.</param>
/// <param name="LeftOut">Channels of which readings are left out, and why.</param>
/// <param name="Evicting">Whether entries go that the city doesn't hold.</param>
/// <param name="IsStuck">Full, and nothing was anchored or freed for too long.</param>
public sealed record RoomStatus(Room Room, IReadOnlyList<(string Channel, GapReason Why)> LeftOut, bool Evicting, bool IsStuck);
