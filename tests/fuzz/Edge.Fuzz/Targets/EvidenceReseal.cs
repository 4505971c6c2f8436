using Edge.Fuzz.Mutations;
using Edge.Fuzz.Seeds;
using Edge.Ledger;
using Edge.Ledger.City;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Fuzz.Targets;

/// <summary>
/// Makes a mutated evidence file genuine again by the published private keys: the log's root over its entries, the gateway's and the departments' signatures,
/// the anchor's place in the block. What is then verified is what a gateway with a valid key and any content at all could make.
/// </summary>
internal static class EvidenceReseal
{
    public static void Repair(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        EvidenceDigest.Repair(mutant, dice, others);
        try
        {
            if (Reseal(EvidenceFile.Parse(mutant.Bytes)) is { } genuine)
                mutant.Set(genuine.ToBytes());
        }
        catch (MalformedException)
        {
            // No evidence file: the mutant stays as it is.
        }
    }

    private static EvidenceFile? Reseal(EvidenceFile file)
    {
        var receipt = TlogProof.Parse(file.Receipt.Span);
        if (receipt.Extra is not { } leaf)
            return null;
        var anchor = AnchorLeaf.Parse(leaf.Span);
        var checkpoint = Checkpoint.Parse(anchor);
        var block = Checkpoint.Parse(receipt.Note);
        ulong[] indices = [.. file.Entries.Select(e => e.Index)];
        Hash32[] leaves = [.. file.Entries.Select(e => checkpoint.Hasher.Leaf(e.Bytes.Span))];
        if (!MultiProof.TryComputeRoot(checkpoint.Hasher, checkpoint.Size, indices, leaves, [.. file.Proof], out var root))
            return null;
        anchor = VectorKeys.Again(anchor, (checkpoint with { Root = root }).ToText());
        var newLeaf = AnchorLeaf.Write(anchor);
        if (newLeaf.Length > TlogProof.MaxExtra || !InclusionProof.TryComputeRoot(block.Hasher, block.Hasher.Leaf(newLeaf), receipt.Index, block.Size, [.. receipt.Path], out var blockRoot))
            return null;
        var note = VectorKeys.Again(receipt.Note, (block with { Root = blockRoot }).ToText());
        return file with { Receipt = (receipt with { Extra = newLeaf, Note = note }).ToBytes() };
    }
}
