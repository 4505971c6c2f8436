using System.Text;
using Edge.Ledger.City;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Tests.Evidence;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>What a city writes and what only looks like it: blocks, receipts, requests, refusals. Judged by the policy "three of four".</summary>
internal sealed class CityVectors(Scene town)
{
    private readonly TestKeys _keys = town.Keys;

    private string Receipt => Encoding.UTF8.GetString(town.Receipt.ToBytes());

    private string Request => Encoding.UTF8.GetString(new AddCheckpointRequest(0, [], town.Anchor).ToBytes());

    public object Block()
    {
        var (proof, header) = Made();
        return new { text = Text(proof), height = header.Height, time = header.Time, previous = VectorFile.Hex(header.Previous.Bytes), hash = VectorFile.Hex(CityProof.HashOf(proof.Note).Bytes) };
    }

    public object[] RefusedBlocks()
    {
        var (proof, header) = Made();
        return
        [
            Of("no header", proof with { Extra = null }),
            Of("signed by two of four", proof with { Note = new SignedNote(proof.Note.Text, proof.Note.Signatures.Take(3).ToArray()) }),
            Of("a header that the block does not hold", proof with { Extra = (header with { Height = 9 }).ToBytes() }),
            Of("the header is not its last leaf", Made(headerLast: false).Proof),
            Of("a block of another city", Made(_keys, "gw-city.example").Proof),
            Malformed("a height with a leading zero", "height 0", "height 00"),
            Malformed("no time", "time ", "tide "),
            Malformed("a line more", "edge-block/v1\n", "edge-block/v1\n\n"),
            Malformed("a previous hash of 31 bytes", Convert.ToBase64String(new byte[32]), Convert.ToBase64String(new byte[31])),
            Malformed("another version", "edge-block/v1", "edge-block/v2"),
        ];

        static object Of(string name, TlogProof proof) => new { name, text = Text(proof) };
        object Malformed(string name, string from, string to)
        {
            var text = header.ToString();
            var made = text.Replace(from, to, StringComparison.Ordinal);
            return made != text ? Of(name, Made(_keys, _keys.City.Name, Encoding.ASCII.GetBytes(made)).Proof) : throw new InvalidOperationException($"{from} is not in {text}");
        }
    }

    public object[] RefusedReceipts()
    {
        var receipt = town.Receipt;
        var anchor = AnchorLeaf.Parse(receipt.Extra!.Value.Span);
        return
        [
            Of("no leaf", receipt with { Extra = null }),
            Of("another place", receipt with { Index = receipt.Index - 1 }),
            Of("a place beyond the block", receipt with { Index = 1000 }),
            Of("a hash too few", receipt with { Path = [.. receipt.Path.Skip(1)] }),
            Of("a leaf that the block does not hold", receipt with { Extra = AnchorLeaf.Write(new SignedNote(anchor.Text, [.. anchor.Signatures.SkipLast(1)])) }),
            Of("a block signed by two of four", receipt with { Note = new SignedNote(receipt.Note.Text, receipt.Note.Signatures.Take(3).ToArray()) }),
            Of("an anchor signed by two of four", Ordered(new SignedNote(anchor.Text, [.. anchor.Signatures.Take(3)]))),
            Of("a block in the place of a gateway", Ordered(town.SecondBlock)),
            Text("another first line", Receipt.Replace("@v1\n", "@v2\n", StringComparison.Ordinal)),
            Text("no index", Receipt.Replace($"index {receipt.Index}\n", "", StringComparison.Ordinal)),
            Text("an index with a leading zero", Receipt.Replace($"index {receipt.Index}\n", $"index 0{receipt.Index}\n", StringComparison.Ordinal)),
            Text("a path hash of 31 bytes", Receipt.Replace(receipt.Path[0].ToString(), Convert.ToBase64String(new byte[31]), StringComparison.Ordinal)),
            Text("no empty line before the note", Receipt.Replace($"{receipt.Path[^1]}\n\n", $"{receipt.Path[^1]}\n", StringComparison.Ordinal)),
            Text("two lines extra", Receipt.Replace("@v1\n", "@v1\nextra AA==\n", StringComparison.Ordinal)),
        ];

        static object Of(string name, TlogProof proof) => new { name, text = CityVectors.Text(proof) };
        static object Text(string name, string text) => new { name, text };
    }

    public object[] RefusedRequests() =>
    [
        new { name = "no old size", text = Request["old 0\n".Length..] },
        new { name = "an old size with a sign", text = Request.Replace("old 0", "old +0", StringComparison.Ordinal) },
        new { name = "an old size of 2^63", text = Request.Replace("old 0", "old 9223372036854775808", StringComparison.Ordinal) },
        new { name = "a proof hash of 31 bytes", text = Request.Replace("old 0\n", $"old 0\n{Convert.ToBase64String(new byte[31])}\n", StringComparison.Ordinal) },
        new { name = "no empty line before the checkpoint", text = Request.Replace("old 0\n\n", "old 0\n", StringComparison.Ordinal) },
        new { name = "a checkpoint without signatures", text = $"old 0\n\n{Encoding.UTF8.GetString(town.Anchor.Text.Span)}" },
    ];

    public object[] Refusals() =>
    [
        Good("no known checkpoint, no reason", new Refusal("city.example/gw-9", 404, 3, TreeHasher.Sha256.EmptyRoot, null, "")),
        Good("a request that could not be read", new Refusal("city.example/gw-1", 400, 0, default, null, "not a note")),
    ];

    public object[] RefusedRefusals()
    {
        var good = new Refusal("city.example/gw-1", 409, 9, default, town.Anchor, "old is 3");
        var signed = Sign(good.ToString());
        var second = _keys.Departments[2].Cosign(signed.Text.Span, DateTimeOffset.FromUnixTimeSeconds(Scene.Start));
        return
        [
            Bad("a status that no refusal has", good.ToString().Replace("status 409", "status 418", StringComparison.Ordinal)),
            Bad("no reason line", good.ToString().Replace("reason old is 3\n", "", StringComparison.Ordinal)),
            Bad("a line more", good + "reason again\n"),
            Bad("a root of 31 bytes", good.ToString().Replace(Convert.ToBase64String(new byte[32]), Convert.ToBase64String(new byte[31]), StringComparison.Ordinal)),
            Bad("a known checkpoint of another log", (good with { Known = town.SecondBlock }).ToString()),
            Bad("a known note that is no checkpoint", (good with { Known = new SignedNote("text\n"u8.ToArray(), town.Anchor.Signatures) }).ToString()),
            Bad("another version", good.ToString().Replace("refusal/v1", "refusal/v2", StringComparison.Ordinal)),
            new { name = "signed by two departments", text = signed.With(second).ToString() },
            new { name = "signed by a department and by somebody unknown", text = signed.With(new NoteSignature("stranger.example", 7, new byte[72])).ToString() },
            new { name = "signed by nobody known", text = new SignedNote(signed.Text, [new NoteSignature("stranger.example", 7, new byte[72])]).ToString() },
            new { name = "signature wrong", text = EvidenceCases.Wrong(signed, 0).ToString() },
        ];

        object Bad(string name, string text) => text != good.ToString() ? new { name, text = Sign(text).ToString() } : throw new InvalidOperationException($"{name}: nothing changed");
    }

    private object Good(string name, Refusal refusal) => new { name, text = Sign(refusal.ToString()).ToString(), origin = refusal.Origin, status = refusal.Status, size = refusal.Size, reason = refusal.Reason };

    private SignedNote Sign(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new SignedNote(bytes, [_keys.Departments[1].Cosign(bytes, DateTimeOffset.FromUnixTimeSeconds(Scene.Start))]);
    }

    private TlogProof Ordered(SignedNote anchor) => new ModelCity(_keys).Order(anchor, Scene.Start + 65);

    /// <summary>A block of two leaves, its header the last or the first.</summary>
    private (TlogProof Proof, BlockHeader Header) Made(bool headerLast = true)
    {
        var header = new BlockHeader(0, (ulong)Scene.Start, default);
        return (Made(_keys, _keys.City.Name, header.ToBytes(), headerLast).Proof, header);
    }

    private static (TlogProof Proof, BlockHeader Header) Made(TestKeys keys, string origin, byte[]? header = null, bool headerLast = true)
    {
        var fields = new BlockHeader(0, (ulong)Scene.Start, default);
        var leaf = header ?? fields.ToBytes();
        var tree = new MemoryTree(TreeHasher.Sha256);
        foreach (var each in headerLast ? [[1], leaf] : new[] { leaf, [1] })
            tree.Append(each);
        var index = headerLast ? 1UL : 0;
        var signer = origin == keys.City.Name ? keys.City : new NoteSigner(origin, KeyType.Ed25519, TestKeys.Seed(9));
        var note = keys.Cosigned(new Checkpoint(origin, 2, tree.Root), signer, Scene.Start, 0, 1, 2);
        return (new TlogProof(leaf, index, ProofBuilder.Inclusion(tree, index, 2), note), fields);
    }

    private static string Text(TlogProof proof) => Encoding.UTF8.GetString(proof.ToBytes());
}
