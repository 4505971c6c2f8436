using Edge.Ledger.Merkle;

namespace Edge.Store.Tree;

/// <summary>The city block that a seal refers to, kept so that evidence can show it later.</summary>
/// <param name="Hash">The hash the seal names.</param>
/// <param name="Bytes">The block as received.</param>
public readonly record struct SealedBlock(Hash32 Hash, ReadOnlyMemory<byte> Bytes);
