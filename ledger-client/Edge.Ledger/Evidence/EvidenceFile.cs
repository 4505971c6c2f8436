using Edge.Ledger.Cbor;
using Edge.Ledger.Merkle;

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
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>Most entries disclosed in one file.</summary>
    public const int MaxEntries = 1_000_000;

    private static ReadOnlySpan<byte> Header => "edge-evidence/v1\n"u8;

    /// <summary>Whether these bytes start as an evidence file does.</summary>
    public static bool IsEvidence(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Header);

    /// <summary>Whether the digest at the end fits the bytes before it. A file that fails this was damaged or altered after it was made.</summary>
    public static bool IsIntact(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= Header.Length + Hash32.Size && TreeHasher.Sha256.Hash(bytes[..^Hash32.Size]) == new Hash32(bytes[^Hash32.Size..]);

    /// <exception cref="MalformedException">Not the canonical form of an evidence file.</exception>
    public static EvidenceFile Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            throw new MalformedException($"evidence: {bytes.Length} bytes; at most {MaxBytes} are accepted");
        if (!IsEvidence(bytes))
            throw new MalformedException("evidence: the file does not start with the line edge-evidence/v1");
        if (!IsIntact(bytes))
            throw new MalformedException("evidence: the digest at the end does not fit the bytes before it");
        var reader = new CborReader(bytes[Header.Length..^Hash32.Size]);
        reader.Array(5);
        // Lists, since a count that the file states must not decide what is allocated.
        var subjects = new List<ulong>();
        for (var left = Count(ref reader); left > 0; left--)
            subjects.Add(Ascending(ref reader, subjects.Count == 0 ? null : subjects[^1]));
        var entries = new List<DisclosedEntry>();
        for (var left = Count(ref reader); left > 0; left--)
        {
            reader.Array(2);
            entries.Add(new DisclosedEntry(Ascending(ref reader, entries.Count == 0 ? null : entries[^1].Index), reader.Bytes().ToArray()));
        }

        var proof = ReadProof(ref reader);
        var receipt = reader.Bytes().ToArray();
        var blocks = new List<ReadOnlyMemory<byte>>();
        for (var left = Count(ref reader); left > 0; left--)
            blocks.Add(reader.Bytes().ToArray());
        reader.End();
        if (subjects.Count == 0)
            throw new MalformedException("evidence: it is about no entry");
        if (!subjects.All(s => entries.BinarySearch(new DisclosedEntry(s, default)) >= 0))
            throw new MalformedException("evidence: it is about an entry that it does not disclose");
        return new EvidenceFile(subjects, entries, proof, receipt, blocks);
    }

    public byte[] ToBytes()
    {
        var buffer = new byte[Header.Length + 64 + (Subjects.Count * 9) + Entries.Sum(e => e.Bytes.Length + 20)
            + (Proof.Count * Hash32.Size) + Receipt.Length + Blocks.Sum(b => b.Length + 9) + Hash32.Size];
        Header.CopyTo(buffer);
        var writer = new CborWriter(buffer.AsSpan(Header.Length));
        writer.Array(5);
        writer.Array(Subjects.Count);
        foreach (var subject in Subjects)
            writer.Unsigned(subject);
        writer.Array(Entries.Count);
        foreach (var entry in Entries)
        {
            writer.Array(2);
            writer.Unsigned(entry.Index);
            writer.Bytes(entry.Bytes.Span);
        }

        writer.Bytes(Proof.SelectMany(h => h.ToArray()).ToArray());
        writer.Bytes(Receipt.Span);
        writer.Array(Blocks.Count);
        foreach (var block in Blocks)
            writer.Bytes(block.Span);
        var length = Header.Length + writer.Length;
        TreeHasher.Sha256.Hash(buffer.AsSpan(0, length)).Bytes.CopyTo(buffer.AsSpan(length));
        return buffer[..(length + Hash32.Size)];
    }

    private static int Count(ref CborReader reader)
    {
        var count = reader.Array();
        return count <= MaxEntries ? count : throw reader.Wrong($"{count} items; at most {MaxEntries} are accepted");
    }

    private static ulong Ascending(ref CborReader reader, ulong? previous)
    {
        var index = reader.Unsigned(long.MaxValue, "the index");
        return previous is null || index > previous ? index : throw reader.Wrong("indices are not strictly ascending");
    }

    private static Hash32[] ReadProof(ref CborReader reader)
    {
        var bytes = reader.Bytes();
        if (bytes.Length % Hash32.Size != 0)
            throw reader.Wrong("the proof is not a row of 32-byte hashes");
        var proof = new Hash32[bytes.Length / Hash32.Size];
        for (var i = 0; i < proof.Length; i++)
            proof[i] = new Hash32(bytes.Slice(i * Hash32.Size, Hash32.Size));
        return proof;
    }
}
