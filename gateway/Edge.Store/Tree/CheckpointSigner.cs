using Edge.Ledger.Merkle;

namespace Edge.Store.Tree;

/// <summary>Signs the checkpoint of a group about to be committed. What it returns is durable before <see cref="MerkleLog.Append"/> returns; announce it only then.</summary>
/// <param name="size">Entries in the log, this group included.</param>
/// <param name="root">The root over them.</param>
/// <returns>A signed note (c2sp.org/tlog-checkpoint) that states exactly this size and root.</returns>
public delegate ReadOnlyMemory<byte> CheckpointSigner(ulong size, Hash32 root);
