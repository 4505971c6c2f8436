using Edge.Ledger.Cbor;
using Edge.Ledger.City;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tests.Evidence;

/// <summary>Files of the compact form that have not its one form. All carry the right digest.</summary>
internal static class UnreadableCompactCases
{
    public static IEnumerable<EvidenceCase> All(Scene town)
    {
        var one = town.CompactOne;
        var set = town.CompactSet;
        var slim = town.Slim;
        var range = town.CompactRange;
        var twins = CompactCases.Twins(town.Keys);
        yield return Bytes("no content", []);
        yield return Bytes("not an array of ten", [0x89, .. Content(one)[1..]]);
        yield return Bytes("bytes left over", [.. Content(one), 0]);
        yield return Names("a name that nobody has", n => [.. n, "stranger.example"]);
        yield return Bytes("names not in the order of their use", WithNames(Exchanged(Content(one), 1, 2), n => [n[0], n[2], n[1], .. n.Skip(3)]));
        yield return Names("a name twice", n => [n[0], n[0], .. n.Skip(2)]);
        yield return Names("a name with a blank", n => [n[0] + " ", .. n.Skip(1)]);
        yield return File("no entry", one with { Entries = [] });
        yield return File("entries not ascending", set with { Entries = [.. set.Entries.Reverse()] });
        yield return File("an entry twice", one with { Entries = [one.Entries[0], one.Entries[0]] });
        yield return File("a note without signatures", one with { Anchor = one.Anchor with { Signatures = [] } });
        yield return File("a note with 101 signatures", one with { Block = one.Block with { Signatures = [.. Enumerable.Repeat(new NoteSignature("s.example", 7, new byte[1]), 101)] } });
        yield return File("a signature without its blob", one with { Block = one.Block with { Signatures = [.. one.Block.Signatures, new NoteSignature("s.example", 7, default)] } });
        yield return File("an anchor leaf of more than 32,768 bytes", one with { Anchor = one.Anchor with { Signatures = [.. one.Anchor.Signatures, new NoteSignature("s.example", 7, new byte[24_500])] } });
        yield return File("a path of 64 hashes", one with { Path = new Hash32[64] });
        yield return File("an entry of the log that is not in canonical form", NotAnEntry(town.Keys));
        yield return File("terms not in the order of their use", one with { Terms = [one.Terms[1], one.Terms[0], .. one.Terms.Skip(2)], Contexts = [one.Contexts[0] with { Boot = 1, Configuration = 0 }] });
        yield return File("a term that no context names", one with { Terms = [.. one.Terms, new ContextTerm.Hidden(town.Gateway.Leaf(town.Last))] });
        yield return File("a context that names no term", one with { Contexts = [one.Contexts[0] with { Seal = one.Terms.Count }] });
        yield return File("a term twice", Twice(set, set.Terms[0]));
        yield return File("a term twice, once by its hash", Twice(set, new ContextTerm.Hidden(town.Gateway.Leaf(0))));
        yield return File("a disclosed entry shown again in a context", range with { Terms = [.. range.Terms.Select(t => t is ContextTerm.Place p ? new ContextTerm.Verbatim(town.Gateway.Bytes(p.Index)) : t)] });
        yield return File("a disclosed entry named by its hash", range with { Terms = [.. range.Terms.Select(t => t is ContextTerm.Place p ? new ContextTerm.Hidden(town.Gateway.Leaf(p.Index)) : t)] });
        yield return File("a term at an index that is not disclosed", one with { Terms = [new ContextTerm.Place(0), .. one.Terms.Skip(1)] });
        yield return File("of two entries of the same bytes the higher is named", twins with { Terms = [.. twins.Terms.Select(t => t is ContextTerm.Place ? new ContextTerm.Place(2) : t)] });
        yield return File("a term of zeros", ZeroForNull(town));
        yield return File("a term that is no entry", one with { Terms = [new ContextTerm.Verbatim(new byte[] { 0x83, 0x01, 0x03, 0x40 }), .. one.Terms.Skip(1)] });
        yield return File("a context that no reading has", one with { Contexts = [.. one.Contexts, one.Contexts[0] with { Clock = null }] });
        yield return File("a context twice", one with { Contexts = [one.Contexts[0], one.Contexts[0]] });
        yield return File("contexts not in the order of their readings", Swapped(town));
        yield return File("a block that no seal names", one with { Beacons = [town.FirstBlock] });
        yield return File("a block whose seal is not shown", slim with { Terms = [.. slim.Terms.SkipLast(1), new ContextTerm.Hidden(town.Gateway.Leaf(town.SecondSeal))] });
        yield return File("blocks not in the order of their seals", set with { Beacons = [.. set.Beacons.Reverse()] });
        yield return File("a block twice", one with { Beacons = [one.Beacons[0], one.Beacons[0]] });

        EvidenceCase File(string name, CompactEvidence file) => new($"v2: {name}", town.Keys.PolicyText, file.ToBytes(), null);
        EvidenceCase Bytes(string name, byte[] content) => new($"v2: {name}", town.Keys.PolicyText, Seal(content), null);
        EvidenceCase Names(string name, Func<List<string>, List<string>> change) => Bytes(name, WithNames(Content(one), change));
    }

    /// <summary>A header before and the right digest after any content.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> content)
    {
        byte[] file = [.. "edge-evidence/v2\n"u8, .. content];
        return [.. file, .. TreeHasher.Sha256.Hash(file).Bytes];
    }

    public static byte[] Content(CompactEvidence file) => file.ToBytes()[17..^32];

    /// <summary>The same content with other names in the table.</summary>
    private static byte[] WithNames(byte[] content, Func<List<string>, List<string>> change)
    {
        var reader = new CborReader(content);
        reader.Array(10);
        var names = new List<string>();
        for (var left = reader.Array(); left > 0; left--)
            names.Add(reader.Text());
        var buffer = new byte[4096];
        var writer = new CborWriter(buffer);
        writer.Array(10);
        var changed = change(names);
        writer.Array(changed.Count);
        foreach (var name in changed)
            writer.Text(name);
        return [.. buffer[..writer.Length], .. content[reader.Position..]];
    }

    /// <summary>A gateway that logged, and had anchored, what is no entry: its proof is that of an entry of an unknown kind at the same place.</summary>
    private static CompactEvidence NotAnEntry(TestKeys keys)
    {
        byte[] unknown = [0x84, 0x01, 0x18, 99, 0x50, .. new byte[16], 0x00];
        byte[] none = [0x83, 0x01, 0x18, 0x00, 0x40];
        var receipt = TlogProof.Parse((new SmallScene(keys) { Instead = none }).Cut().Receipt.Span);
        var file = (new SmallScene(keys) { Instead = unknown }).Compact();
        return file with
        {
            Entries = [file.Entries[0] with { Bytes = none }], Anchor = RootlessNote.Of(AnchorLeaf.Parse(receipt.Extra!.Value.Span)), Index = receipt.Index, Path = receipt.Path,
            Block = RootlessNote.Of(receipt.Note),
        };
    }

    /// <summary>Every reference of a cosignature to one name made one to another, and the other way round.</summary>
    private static byte[] Exchanged(byte[] content, byte one, byte other)
    {
        for (var i = 0; i + 4 <= content.Length; i++)
        {
            if (content[i] == 0x82 && content[i + 2] == 0x58 && content[i + 3] == 0x4C && (content[i + 1] == one || content[i + 1] == other))
                content[i + 1] = content[i + 1] == one ? other : one;
        }

        return content;
    }

    /// <summary>The second context's boot named by a term of its own, in its place: 0 to 4 are the first context's, 5 is the term, 6 the second's seal.</summary>
    private static CompactEvidence Twice(CompactEvidence set, ContextTerm again) => set with
    {
        Terms = [.. set.Terms.Take(5), again, .. set.Terms.Skip(5)],
        Contexts = [set.Contexts[0], set.Contexts[1] with { Boot = 5, Seal = 6 }],
    };

    /// <summary>A reading before the first seal: zeros as a term where its context has null.</summary>
    private static CompactEvidence ZeroForNull(Scene town)
    {
        var early = town.Gateway.Compact(town.Receipt, town.Size, [], _ => true, town.Early);
        return early with { Terms = [.. early.Terms, new ContextTerm.Hidden(default)], Contexts = [early.Contexts[0] with { Seal = early.Terms.Count }] };
    }

    /// <summary>Two contexts of two readings in the other order; their terms are in the order of their use.</summary>
    private static CompactEvidence Swapped(Scene town)
    {
        var last = town.Gateway.Compact(town.Receipt, town.Size, [], _ => false, town.Ph);
        var first = town.Gateway.Compact(town.Receipt, town.Size, [], _ => false, town.Middle);
        var both = town.Gateway.Compact(town.Receipt, town.Size, [], _ => false, town.Middle, town.Ph);
        return both with { Terms = [.. last.Terms, first.Terms[^1]], Contexts = [last.Contexts[0], last.Contexts[0] with { Seal = last.Terms.Count }] };
    }
}
