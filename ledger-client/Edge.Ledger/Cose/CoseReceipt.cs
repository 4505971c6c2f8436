using Edge.Ledger.Cbor;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Cose;

/// <summary>
/// A receipt of RFC 9942 over the root of one of the log's signed checkpoints, in the profile of SPEC.md (COSE receipts):
/// verifiable data structure RFC9162_SHA256, payload detached, one proof.
/// </summary>
public abstract class CoseReceipt
{
    /// <summary>No receipt is longer.</summary>
    public const int MaxBytes = 4096;

    private const int MaxHashes = 63;
    private const int MaxHeads = 64;

    private readonly CoseSign1 _sign1;

    private protected CoseReceipt(CoseSign1 sign1, IReadOnlyList<Hash32> path)
    {
        _sign1 = sign1;
        Path = path;
    }

    public CoseAlgorithm Algorithm => _sign1.Header.Algorithm;

    /// <summary>The key that signed, as the first two parts of its vkey: <c>origin+hex(keyid)</c>.</summary>
    public string KeyId => _sign1.Header.KeyId;

    /// <summary>Leaves in the tree whose root is signed; 2 or more.</summary>
    public ulong TreeSize => _sign1.Header.TreeSize!.Value;

    /// <summary>The proof's hashes, at least one.</summary>
    public IReadOnlyList<Hash32> Path { get; }

    /// <summary>An <see cref="InclusionReceipt"/> or a <see cref="ConsistencyReceipt"/>.</summary>
    /// <exception cref="MalformedException">Neither of them in canonical form.</exception>
    public static CoseReceipt Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            throw new MalformedException($"COSE receipt: {bytes.Length} bytes; at most {MaxBytes} are accepted");
        var sign1 = CoseSign1.Parse(bytes);
        if (sign1.Header.TreeSize is not { } signedSize || sign1.Payload is not null)
            throw new MalformedException("COSE receipt: its header must name a tree size, and its payload must be detached");
        var (type, first, second, path) = ParseProof(sign1.Unprotected);
        var (size, other) = type == CoseLabel.InclusionProofs ? (first, second) : (second, first);
        if (size != signedSize)
            throw new MalformedException($"COSE receipt: the proof is for a tree of size {size}, the signature for one of size {signedSize}");
        if (size < 2 || other >= size || (type == CoseLabel.ConsistencyProofs && other == 0))
            throw new MalformedException($"COSE receipt: a tree of size {size} has no proof for {other}");
        return type == CoseLabel.InclusionProofs ? new InclusionReceipt(sign1, other, path) : new ConsistencyReceipt(sign1, other, path);
    }

    /// <summary>Whether these bytes begin as every COSE_Sign1 does, with its tag. Says nothing of the rest.</summary>
    public static bool IsCose(ReadOnlySpan<byte> bytes) => bytes is [0xC0 | (byte)CoseLabel.Sign1Tag, ..];

    public byte[] ToBytes() => _sign1.ToBytes();

    /// <summary>Whether this is the key that the receipt names, and its algorithm that key's.</summary>
    public bool IsBy(VerifierKey log) => _sign1.Header.IsBy(log);

    /// <summary>Whether this key signed the root.</summary>
    private protected bool IsSignedBy(VerifierKey log, in Hash32 root) => _sign1.IsSignedBy(log, root.Bytes);

    /// <summary>The checkpoint in a note, which the log must have signed and whose tree RFC 9942 must know.</summary>
    /// <exception cref="ArgumentException">The log's key has not signed it.</exception>
    /// <exception cref="NotExpressibleException">The tree is not hashed with SHA-256.</exception>
    private protected static Checkpoint Signed(NoteSigner log, SignedNote note)
    {
        var checkpoint = Checkpoint.Parse(note);
        if (checkpoint.Origin != log.Name || note.SignatureBy(log.Verifier) is not { } own || !log.Verifier.Verify(note.Text.Span, own.Blob.Span))
            throw new ArgumentException($"{log.Name} has not signed this checkpoint.", nameof(note));
        return checkpoint.Hasher == TreeHasher.Sha256
            ? checkpoint
            : throw new NotExpressibleException($"{log.Name} hashes its tree with {checkpoint.Hasher}; COSE receipts exist for SHA-256 trees only");
    }

    private protected static CoseSign1 Sign(NoteSigner log, Checkpoint checkpoint, long type, ulong first, ulong second, ReadOnlySpan<Hash32> path)
    {
        var proof = new CborWriter(new byte[MaxHeads + (path.Length * (2 + Hash32.Size))]);
        proof.Array(3);
        proof.Unsigned(first);
        proof.Unsigned(second);
        proof.Array(path.Length);
        foreach (ref readonly var hash in path)
            proof.Hash(hash);
        var header = new CborWriter(new byte[MaxHeads + proof.Length]);
        header.Map(1);
        header.Integer(CoseLabel.Proofs);
        header.Map(1);
        header.Integer(type);
        header.Array(1);
        header.Bytes(proof.Written);
        return CoseSign1.Sign(log, checkpoint.Size, header.Written.ToArray(), checkpoint.Root.ToArray(), detached: true);
    }

    private static (long Type, ulong First, ulong Second, Hash32[] Path) ParseProof(ReadOnlySpan<byte> unprotected)
    {
        var header = new CborReader(unprotected);
        header.Map(1);
        header.Label(CoseLabel.Proofs);
        header.Map(1);
        var type = header.Integer();
        if (type is not (CoseLabel.InclusionProofs or CoseLabel.ConsistencyProofs))
            throw header.Wrong("the proof type is neither inclusion (-1) nor consistency (-2)");
        header.Array(1);
        var proof = new CborReader(header.Bytes());
        header.End();
        proof.Array(3);
        var (first, second) = (proof.Unsigned(long.MaxValue, "a size or index"), proof.Unsigned(long.MaxValue, "a size or index"));
        var path = new Hash32[proof.Array()];
        if (path.Length is 0 or > MaxHashes)
            throw proof.Wrong($"a path has 1 to {MaxHashes} hashes");
        foreach (ref var hash in path.AsSpan())
            hash = new Hash32(proof.Bytes(Hash32.Size));
        proof.End();
        return (type, first, second, path);
    }
}
