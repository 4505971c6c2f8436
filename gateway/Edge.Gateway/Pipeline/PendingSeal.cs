using Edge.Ledger.Merkle;

namespace Edge.Gateway.Pipeline;

/// <summary>A seal that stands in the group about to be committed.</summary>
/// <param name="Leaf">Its leaf hash.</param>
/// <param name="BlockHash">The city block it names.</param>
/// <param name="Block">That block's cosigned note, when the store does not have it yet.</param>
internal sealed record PendingSeal(Hash32 Leaf, Hash32 BlockHash, byte[]? Block);
