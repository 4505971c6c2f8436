using Edge.Ledger.Notes;

namespace Edge.Ledger.City.Blocks;

/// <summary>A block that a quorum cosigned, and what is to be published of it.</summary>
/// <param name="Header">Its last leaf.</param>
/// <param name="Block">For everybody.</param>
/// <param name="Receipts">For each gateway of the block.</param>
public sealed record FinishedBlock(BlockHeader Header, TlogProof Block, IReadOnlyList<(LogOrigin Origin, TlogProof Receipt)> Receipts);
