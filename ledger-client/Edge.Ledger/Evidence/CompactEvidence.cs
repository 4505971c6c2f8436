using Edge.Ledger.Cbor;
using Edge.Ledger.City;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Evidence;

/// <summary>
/// Evidence in the form that is written: <c>edge-evidence/v2</c>, SPEC.md section 10. The entries are what it is about; what gives the readings among them their
/// meaning is opened out of the context hash in each, as far as the file wants to disclose it. Reading it says nothing about trust; see <see cref="EvidenceVerifier"/>.
/// </summary>
/// <param name="Entries">What the file is about, strictly ascending by index, at least one.</param>
/// <param name="Proof">Multiproof of the entries; with them it implies the root of <paramref name="Anchor"/>.</param>
/// <param name="Anchor">The gateway's checkpoint with its cosignatures.</param>
/// <param name="Index">The anchor's place in the city log.</param>
/// <param name="Path">Its inclusion path; with the anchor it implies the root of <paramref name="Block"/>.</param>
/// <param name="Block">The city block that holds the anchor.</param>
/// <param name="Terms">Entries that contexts name, in the order of their first use.</param>
/// <param name="Contexts">Opened contexts, in the order in which readings first have them.</param>
/// <param name="Beacons">City blocks that seals of the contexts name, in the order in which they first do.</param>
public sealed record CompactEvidence(
    IReadOnlyList<DisclosedEntry> Entries,
    IReadOnlyList<Hash32> Proof,
    RootlessNote Anchor,
    ulong Index,
    IReadOnlyList<Hash32> Path,
    RootlessNote Block,
    IReadOnlyList<ContextTerm> Terms,
    IReadOnlyList<OpenedContext> Contexts,
    IReadOnlyList<SignedNote> Beacons)
{
    private const int Items = 10;

    private static ReadOnlySpan<byte> Header => "edge-evidence/v2\n"u8;

    /// <summary>Whether these bytes start as such a file does.</summary>
    public static bool IsEvidence(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Header);

    /// <summary>Whether the digest at the end fits the bytes before it. A file that fails this was damaged or altered after it was made.</summary>
    public static bool IsIntact(ReadOnlySpan<byte> bytes) => DigestedFile.IsIntact(bytes, Header);

    /// <exception cref="MalformedException">Not the canonical form.</exception>
    public static CompactEvidence Parse(ReadOnlySpan<byte> bytes)
    {
        var reader = new CborReader(DigestedFile.Content(bytes, Header, "evidence"));
        reader.Array(Items);
        var names = NoteTable.Read(ref reader);
        var entries = EvidenceParts.Entries(ref reader);
        if (entries.Count == 0)
            throw reader.Wrong("it is about no entry");
        var proof = EvidenceParts.Hashes(ref reader, int.MaxValue);
        var anchor = names.ReadRootless(ref reader);
        if (AnchorLeaf.Write(anchor.WithRoot(default)).Length > TlogProof.MaxExtra)
            throw reader.Wrong($"an anchor leaf of more than {TlogProof.MaxExtra} bytes");
        var index = reader.Unsigned(long.MaxValue, "the index");
        var path = EvidenceParts.Hashes(ref reader, TlogProof.MaxPath);
        var block = names.ReadRootless(ref reader);
        var terms = new List<ContextTerm>();
        for (var left = EvidenceParts.Count(ref reader); left > 0; left--)
            terms.Add(ReadTerm(ref reader));
        var contexts = new List<OpenedContext>();
        var use = new FirstUse(terms.Count, "terms");
        for (var left = EvidenceParts.Count(ref reader); left > 0; left--)
            contexts.Add(OpenedContext.Read(ref reader, ref use));
        use.End();
        var beacons = new List<SignedNote>();
        for (var left = EvidenceParts.Count(ref reader); left > 0; left--)
            beacons.Add(names.ReadNote(ref reader));
        names.End();
        reader.End();
        return new CompactEvidence(entries, proof, anchor, index, path, block, terms, contexts, beacons);
    }

    public byte[] ToBytes()
    {
        var beacons = Beacons.Select(b => (Note: RootlessNote.Of(b), Notes.Checkpoint.Parse(b).Root)).ToList();
        RootlessNote[] notes = [Anchor, Block, .. beacons.Select(b => b.Note)];
        var buffer = new byte[Header.Length + 128 + EvidenceParts.Room(Entries) + ((Proof.Count + Path.Count) * Hash32.Size) + notes.Sum(NoteTable.Room)
            + Terms.Sum(t => t is ContextTerm.Verbatim entry ? entry.Bytes.Length + 9 : Hash32.Size + 9) + (Contexts.Count * 32)];
        Header.CopyTo(buffer);
        var writer = new CborWriter(buffer.AsSpan(Header.Length));
        var names = NoteTable.Names(notes);
        writer.Array(Items);
        NoteTable.Write(ref writer, names);
        EvidenceParts.Write(ref writer, Entries);
        EvidenceParts.Write(ref writer, Proof);
        NoteTable.Write(ref writer, names, Anchor);
        writer.Unsigned(Index);
        EvidenceParts.Write(ref writer, Path);
        NoteTable.Write(ref writer, names, Block);
        writer.Array(Terms.Count);
        foreach (var term in Terms)
            Write(ref writer, term);
        writer.Array(Contexts.Count);
        foreach (var context in Contexts)
            context.Write(ref writer);
        writer.Array(Beacons.Count);
        foreach (var (note, root) in beacons)
            NoteTable.Write(ref writer, names, note, root);
        return DigestedFile.Close(buffer, Header.Length + writer.Length);
    }

    /// <summary>The gateway's note with the root that entries and proof imply; null when an index or the number of hashes implies none.</summary>
    /// <param name="leaves">Leaf hashes of the entries.</param>
    internal SignedNote? ImpliedAnchor(ReadOnlySpan<Hash32> leaves)
    {
        ulong[] indices = [.. Entries.Select(e => e.Index)];
        return MultiProof.TryComputeRoot(TreeHasher.OfLog(Anchor.Origin), Anchor.Size, indices, leaves, [.. Proof], out var root) ? Anchor.WithRoot(root) : null;
    }

    /// <summary>The anchor's receipt, with the root that its path implies; null when an index or a path of this length implies none.</summary>
    internal TlogProof? ImpliedReceipt(SignedNote anchor)
    {
        var leaf = AnchorLeaf.Write(anchor);
        var hasher = TreeHasher.OfLog(Block.Origin);
        return InclusionProof.TryComputeRoot(hasher, hasher.Leaf(leaf), Index, Block.Size, [.. Path], out var root)
            ? new TlogProof(leaf, Index, Path, Block.WithRoot(root))
            : null;
    }

    private static ContextTerm ReadTerm(ref CborReader reader)
    {
        switch (reader.NextType)
        {
            case 0:
                return new ContextTerm.Place(reader.Unsigned(long.MaxValue, "the index"));
            case 2:
                return new ContextTerm.Verbatim(reader.Bytes().ToArray());
            default:
                reader.Array(1);
                return new ContextTerm.Hidden(new Hash32(reader.Bytes(Hash32.Size)));
        }
    }

    private static void Write(ref CborWriter writer, ContextTerm term)
    {
        switch (term)
        {
            case ContextTerm.Place place:
                writer.Unsigned(place.Index);
                break;
            case ContextTerm.Verbatim entry:
                writer.Bytes(entry.Bytes.Span);
                break;
            case ContextTerm.Hidden hidden:
                writer.Array(1);
                writer.Hash(hidden.Leaf);
                break;
        }
    }
}
