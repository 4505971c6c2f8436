using Edge.Ledger.Cbor;
using Edge.Ledger.City;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Evidence;

/// <summary>
/// One file that a stranger checks offline with the policy alone. Bytes: the line <c>edge-evidence/v1</c>, a CBOR array
/// [subjects, entries, proof, receipt, blocks], and the SHA-256 of everything before. Reading it says nothing about trust; see <see cref="EvidenceVerifier"/>.
/// </summary>
/// <param name="Subjects">Indices of the entries this file is about, strictly ascending.</param>
/// <param name="Entries">All disclosed entries, the subjects and what gives them meaning, strictly ascending by index.</param>
/// <param name="Proof">Multiproof of all disclosed entries to the anchored checkpoint.</param>
/// <param name="Receipt">A tlog-proof: the anchored, cosigned checkpoint and its inclusion in a city block.</param>
/// <param name="Blocks">Cosigned notes of the city blocks that disclosed seals name, in the order of those seals.</param>
public sealed record EvidenceFile(
    IReadOnlyList<ulong> Subjects,
    IReadOnlyList<DisclosedEntry> Entries,
    IReadOnlyList<Hash32> Proof,
    ReadOnlyMemory<byte> Receipt,
    IReadOnlyList<ReadOnlyMemory<byte>> Blocks)
{
    /// <summary>Longest file accepted, in bytes.</summary>
    public const int MaxBytes = DigestedFile.MaxBytes;

    /// <summary>Most entries disclosed in one file.</summary>
    public const int MaxEntries = 1_000_000;

    /// <summary>Most signatures over all notes of one file: more than a file of the greatest length holds of any type that is known.</summary>
    public const int MaxSignatures = 1_000_000;

    private static ReadOnlySpan<byte> Header => "edge-evidence/v1\n"u8;

    /// <summary>Whether these bytes start as an evidence file does.</summary>
    public static bool IsEvidence(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Header);

    /// <summary>Whether the digest at the end fits the bytes before it. A file that fails this was damaged or altered after it was made.</summary>
    public static bool IsIntact(ReadOnlySpan<byte> bytes) => DigestedFile.IsIntact(bytes, Header);

    /// <exception cref="MalformedException">Not the canonical form of an evidence file.</exception>
    public static EvidenceFile Parse(ReadOnlySpan<byte> bytes)
    {
        var reader = new CborReader(DigestedFile.Content(bytes, Header, "evidence"));
        reader.Array(5);
        // Lists, since a count that the file states must not decide what is allocated.
        var subjects = new List<ulong>();
        for (var left = EvidenceParts.Count(ref reader); left > 0; left--)
            subjects.Add(EvidenceParts.Ascending(ref reader, subjects.Count == 0 ? null : subjects[^1]));
        var entries = EvidenceParts.Entries(ref reader);
        var proof = EvidenceParts.Hashes(ref reader, int.MaxValue);
        var receipt = reader.Bytes().ToArray();
        var blocks = new List<ReadOnlyMemory<byte>>();
        for (var left = EvidenceParts.Count(ref reader); left > 0; left--)
            blocks.Add(reader.Bytes().ToArray());
        reader.End();
        if (subjects.Count == 0)
            throw new MalformedException("evidence: it is about no entry");
        if (!subjects.All(s => entries.BinarySearch(new DisclosedEntry(s, default)) >= 0))
            throw new MalformedException("evidence: it is about an entry that it does not disclose");
        return new EvidenceFile(subjects, entries, proof, receipt, blocks);
    }

    /// <summary>The receipt, the gateway's note in it, and the blocks.</summary>
    /// <exception cref="MalformedException">They are not such notes, or have too many signatures.</exception>
    internal (TlogProof Receipt, SignedNote Anchor, IReadOnlyList<SignedNote> Blocks) ReadNotes()
    {
        var receipt = TlogProof.Parse(Receipt.Span);
        var anchor = AnchorLeaf.Parse((receipt.Extra ?? throw new MalformedException("receipt: it does not carry the anchor")).Span);
        var count = new SignatureCount();
        count.Add(receipt.Note.Signatures.Count + anchor.Signatures.Count);
        var blocks = new List<SignedNote>();
        foreach (var block in Blocks)
        {
            blocks.Add(SignedNote.Parse(block.Span));
            count.Add(blocks[^1].Signatures.Count);
        }

        return (receipt, anchor, blocks);
    }

    public byte[] ToBytes()
    {
        var buffer = new byte[Header.Length + 64 + (Subjects.Count * 9) + EvidenceParts.Room(Entries)
            + (Proof.Count * Hash32.Size) + Receipt.Length + Blocks.Sum(b => b.Length + 9) + Hash32.Size];
        Header.CopyTo(buffer);
        var writer = new CborWriter(buffer.AsSpan(Header.Length));
        writer.Array(5);
        writer.Array(Subjects.Count);
        foreach (var subject in Subjects)
            writer.Unsigned(subject);
        EvidenceParts.Write(ref writer, Entries);
        EvidenceParts.Write(ref writer, Proof);
        writer.Bytes(Receipt.Span);
        writer.Array(Blocks.Count);
        foreach (var block in Blocks)
            writer.Bytes(block.Span);
        return DigestedFile.Close(buffer, Header.Length + writer.Length);
    }
}
