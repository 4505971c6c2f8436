using Edge.Fuzz.Mutations;
using Edge.Fuzz.Seeds;
using Edge.Ledger;
using Edge.Ledger.City;
using Edge.Ledger.Merkle;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Notes;

namespace Edge.Fuzz.Targets;

/// <summary>What the city's nodes and a gateway say to each other: leaves, blocks, receipts, departments' answers.</summary>
internal static class CityTargets
{
    private static readonly LogOrigin Gateway = LogOrigin.Parse("city.example/gw-1");
    private static readonly byte[] ReceiptSeed = VectorSeeds.Texts(VectorSeeds.Notes, "receipt")[0];
    private static readonly byte[] RefusalSeed = VectorSeeds.Texts(VectorSeeds.Notes, "refusal")[0];
    private static readonly byte[][] Notes = VectorSeeds.Texts(VectorSeeds.Notes, "checkpoints.note");
    private static readonly SignedNote Anchor = AnchorLeaf.Parse(TlogProof.Parse(ReceiptSeed).Extra!.Value.Span);
    private static readonly byte[] FirstBlock = Block();

    public static IEnumerable<FuzzTarget> All =>
    [
        new ParserTarget<SignedNote>("anchor-leaf", [AnchorLeaf.Write(Anchor)], b => AnchorLeaf.Parse(b))
        {
            Mutations = Forms.Text(),
            Writer = AnchorLeaf.Write,
            Description = note => $"{note.Signatures.Count}",
        },
        new ParserTarget<BlockHeader>("block-header", [new BlockHeader(7, 1_795_133_642, TreeHasher.Sha256.EmptyRoot).ToBytes(), new BlockHeader(0, long.MaxValue, default).ToBytes()], b => BlockHeader.Parse(b))
        {
            Mutations = Forms.Text(),
            Writer = header => header.ToBytes(),
        },
        new ParserTarget<CityBlock>("block", [FirstBlock, ReceiptSeed], b => CityBlock.Verify(b, VectorKeys.Policy, Gateway.City, out var reason) ?? throw Forms.Refused(reason))
        {
            Mutations = Forms.Text(),
            Description = block => $"{block.Proof.Block.Cosigners.Count}",
            Judge = block => block.Proof.Leaf.Span.SequenceEqual(TlogProof.Parse(FirstBlock).Extra!.Value.Span) ? null : "another header than the city signed",
            Cost = 40,
        },
        new ParserTarget<Receipt>("receipt", [ReceiptSeed, FirstBlock], b => Receipt.Verify(b, VectorKeys.Policy, Gateway, out var problem) ?? throw Forms.Refused(problem.ToString()))
        {
            Mutations = Forms.Text(),
            Description = receipt => $"{receipt.Block.Block.Cosigners.Count}",
            Judge = receipt => receipt.Anchor.ToBytes().AsSpan().SequenceEqual(Anchor.ToBytes()) ? null : "another anchor than the city ordered",
            Cost = 40,
        },
        new ParserTarget<DialogueReply>("witness-answer", [.. Notes, RefusalSeed], HearAnswer)
        {
            Mutations = Forms.Text(),
            Repair = NoteTargets.SignAgain,
            Allocation = new AllocationBound(16, 64 * 1024),
            Description = reply => reply.GetType().Name,
            Cost = 40,
        },
    ];

    private static DialogueReply HearAnswer(ReadOnlySpan<byte> payload)
    {
        var dialogue = new WitnessDialogue(VectorKeys.Policy, Gateway, new OneCheckpoint(Anchor), 0, TimeProvider.System);
        var reply = Refusal.IsRefusal(payload) ? dialogue.HearRefusal(payload) : dialogue.HearCosignature(payload);
        return reply is DialogueReply.NotBelieved not ? throw Forms.Refused(not.Why) : reply;
    }

    /// <summary>The city's first block, which holds its header and nothing else.</summary>
    private static byte[] Block()
    {
        var header = new BlockHeader(0, 1_795_133_642, default);
        var city = VectorKeys.All.Single(k => k.Name == Gateway.City);
        var checkpoint = new Checkpoint(city.Name, 1, TreeHasher.Sha256.Leaf(header.ToBytes()));
        var note = checkpoint.Sign(city);
        var cosigned = note.With(VectorKeys.All.Where(k => k.Verifier.Type == KeyType.Ed25519Cosignature).Select(k => k.Cosign(note.Text.Span, DateTimeOffset.FromUnixTimeSeconds(1_795_133_643))));
        return CityBlock.Write(header, 1, [], cosigned).ToBytes();
    }

    /// <summary>A log with one checkpoint and no way back from it.</summary>
    private sealed class OneCheckpoint(SignedNote note) : ICheckpointHistory
    {
        private readonly Checkpoint _checkpoint = Checkpoint.Parse(note);

        public SignedNote? Newest => note;

        public Hash32 RootAt(ulong size) => size == _checkpoint.Size ? _checkpoint.Root : default;

        public IReadOnlyList<Hash32> Consistency(ulong oldSize, ulong size) => [];
    }
}
