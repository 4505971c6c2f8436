using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.City.Witnessing;

/// <summary>The newest checkpoint of one log that this department accepted.</summary>
/// <param name="Size">Its size.</param>
/// <param name="Root">Its root.</param>
/// <param name="Note">The note as the log signed it, without cosignatures.</param>
public sealed record WitnessedCheckpoint(ulong Size, Hash32 Root, SignedNote Note);
