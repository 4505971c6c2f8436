using Edge.Ledger.Cbor;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Evidence;

/// <summary>
/// A portable accusation that one log signed two checkpoints that no append-only log can have: <c>edge-equivocation/v1</c>, SPEC.md section 12.
/// Reading it says nothing about trust; see <see cref="EquivocationVerifier"/>.
/// </summary>
/// <param name="First">The smaller checkpoint; of two of one size that with the lower root.</param>
/// <param name="Second">The other.</param>
/// <param name="Prefix">The root over the first's size in the second's tree; null when both have one size.</param>
/// <param name="Proof">Consistency proof from that root to the second's; empty when both have one size.</param>
public sealed record EquivocationFile(SignedNote First, SignedNote Second, Hash32? Prefix, IReadOnlyList<Hash32> Proof)
{
    private const int Items = 5;

    private static ReadOnlySpan<byte> Header => "edge-equivocation/v1\n"u8;

    /// <summary>Whether these bytes start as such a file does.</summary>
    public static bool IsEquivocation(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Header);

    /// <summary>Whether the digest at the end fits the bytes before it.</summary>
    public static bool IsIntact(ReadOnlySpan<byte> bytes) => DigestedFile.IsIntact(bytes, Header);

    /// <exception cref="MalformedException">Not the canonical form, or two checkpoints that are not of one log or do not differ.</exception>
    public static EquivocationFile Parse(ReadOnlySpan<byte> bytes)
    {
        var reader = new CborReader(DigestedFile.Content(bytes, Header, "equivocation"));
        reader.Array(Items);
        var names = NoteTable.Read(ref reader);
        var first = names.ReadNote(ref reader);
        var second = names.ReadNote(ref reader);
        names.End();
        Hash32? prefix = reader.TryNull() ? null : new Hash32(reader.Bytes(Hash32.Size));
        var proof = EvidenceParts.Hashes(ref reader, AddCheckpointRequest.MaxProofLines);
        reader.End();
        var (one, other) = (Checkpoint.Parse(first), Checkpoint.Parse(second));
        if (one.Origin != other.Origin)
            throw new MalformedException("equivocation: the checkpoints are of two logs");
        var isCanonical = one.Size == other.Size
            ? one.Root.Bytes.SequenceCompareTo(other.Root.Bytes) < 0 && prefix is null && proof.Length == 0
            : one.Size > 0 && one.Size < other.Size && prefix is not null && prefix != one.Root;
        return isCanonical
            ? new EquivocationFile(first, second, prefix, proof)
            : throw new MalformedException("equivocation: the checkpoints do not differ in size or root, or are not in their order");
    }

    public byte[] ToBytes()
    {
        var (first, second) = (RootlessNote.Of(First), RootlessNote.Of(Second));
        var buffer = new byte[Header.Length + 128 + NoteTable.Room(first) + NoteTable.Room(second) + (Proof.Count * Hash32.Size)];
        Header.CopyTo(buffer);
        var writer = new CborWriter(buffer.AsSpan(Header.Length));
        var names = NoteTable.Names([first, second]);
        writer.Array(Items);
        NoteTable.Write(ref writer, names);
        NoteTable.Write(ref writer, names, first, Checkpoint.Parse(First).Root);
        NoteTable.Write(ref writer, names, second, Checkpoint.Parse(Second).Root);
        if (Prefix is { } prefix)
            writer.Hash(prefix);
        else
            writer.Null();
        EvidenceParts.Write(ref writer, Proof);
        return DigestedFile.Close(buffer, Header.Length + writer.Length);
    }
}
