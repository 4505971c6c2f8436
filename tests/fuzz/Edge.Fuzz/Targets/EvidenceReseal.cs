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
            var genuine = CompactEvidence.IsEvidence(mutant.Bytes) ? Reseal(CompactEvidence.Parse(mutant.Bytes)) : Reseal(EvidenceFile.Parse(mutant.Bytes));
            if (genuine is not null)
                mutant.Set(genuine);
        }
        catch (MalformedException)
        {
            // No evidence file: the mutant stays as it is.
        }
    }

    private static byte[]? Reseal(EvidenceFile file)
    {
        var receipt = TlogProof.Parse(file.Receipt.Span);
        if (receipt.Extra is not { } leaf)
            return null;
        var anchor = AnchorLeaf.Parse(leaf.Span);
        if (Root(file.Entries, file.Proof, Checkpoint.Parse(anchor)) is not { } checkpoint)
            return null;
        anchor = VectorKeys.Again(anchor, checkpoint.ToText());
        if (Root(anchor, receipt.Index, receipt.Path, Checkpoint.Parse(receipt.Note)) is not { } block)
            return null;
        var note = VectorKeys.Again(receipt.Note, block.ToText());
        return (file with { Receipt = (receipt with { Extra = AnchorLeaf.Write(anchor), Note = note }).ToBytes() }).ToBytes();
    }

    private static byte[]? Reseal(CompactEvidence file)
    {
        var anchor = file.Anchor.WithRoot(default);
        if (Root(file.Entries, file.Proof, new Checkpoint(file.Anchor.Origin, file.Anchor.Size, default)) is not { } checkpoint)
            return null;
        anchor = VectorKeys.Again(anchor, checkpoint.ToText());
        if (Root(anchor, file.Index, file.Path, new Checkpoint(file.Block.Origin, file.Block.Size, default)) is not { } block)
            return null;
        var note = VectorKeys.Again(file.Block.WithRoot(default), block.ToText());
        return (file with { Anchor = RootlessNote.Of(anchor), Block = RootlessNote.Of(note) }).ToBytes();
    }

    private static Checkpoint? Root(IReadOnlyList<DisclosedEntry> entries, IReadOnlyList<Hash32> proof, Checkpoint checkpoint)
    {
        ulong[] indices = [.. entries.Select(e => e.Index)];
        Hash32[] leaves = [.. entries.Select(e => checkpoint.Hasher.Leaf(e.Bytes.Span))];
        return MultiProof.TryComputeRoot(checkpoint.Hasher, checkpoint.Size, indices, leaves, [.. proof], out var root) ? checkpoint with { Root = root } : null;
    }

    private static Checkpoint? Root(SignedNote anchor, ulong index, IReadOnlyList<Hash32> path, Checkpoint block)
    {
        var leaf = AnchorLeaf.Write(anchor);
        return leaf.Length <= TlogProof.MaxExtra && InclusionProof.TryComputeRoot(block.Hasher, block.Hasher.Leaf(leaf), index, block.Size, [.. path], out var root)
            ? block with { Root = root }
            : null;
    }
}
