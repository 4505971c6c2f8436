using Edge.Ledger.Cbor;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Cose;

/// <summary>An entry signed by its log, with its receipt of inclusion in the unprotected header (Signature_With_Receipt of RFC 9942 section 4.3): all in one file.</summary>
public sealed class SignedEntry
{
    /// <summary>No signed entry is longer.</summary>
    public const int MaxBytes = 65_536;

    private const int MaxHeads = 32;

    private readonly CoseSign1 _sign1;

    private SignedEntry(CoseSign1 sign1, InclusionReceipt receipt)
    {
        _sign1 = sign1;
        Receipt = receipt;
    }

    /// <summary>The entry's bytes as the log holds them.</summary>
    public ReadOnlyMemory<byte> Entry => _sign1.Payload;

    public InclusionReceipt Receipt { get; }

    /// <inheritdoc cref="InclusionReceipt.Issue"/>
    public static SignedEntry Issue(NoteSigner log, SignedNote checkpoint, ulong index, ReadOnlySpan<byte> entry, ReadOnlySpan<Hash32> path)
    {
        var receipt = InclusionReceipt.Issue(log, checkpoint, index, entry, path);
        var bytes = receipt.ToBytes();
        var header = new CborWriter(new byte[MaxHeads + bytes.Length]);
        header.Map(1);
        header.Integer(CoseLabel.Receipts);
        header.Array(1);
        header.Bytes(bytes);
        return new SignedEntry(CoseSign1.Sign(log, treeSize: null, header.Written.ToArray(), entry.ToArray(), detached: false), receipt);
    }

    /// <summary>Whether these bytes have the outer form of a signed entry, as against that of a bare receipt. Says nothing of the rest.</summary>
    /// <exception cref="MalformedException">Not a COSE_Sign1 in canonical form.</exception>
    public static bool IsSignedEntry(ReadOnlySpan<byte> bytes) => CoseSign1.Parse(bytes).Payload is not null;

    /// <exception cref="MalformedException">Not a signed entry in canonical form.</exception>
    public static SignedEntry Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            throw new MalformedException($"COSE signed entry: {bytes.Length} bytes; at most {MaxBytes} are accepted");
        var sign1 = CoseSign1.Parse(bytes);
        if (sign1.Payload is null || sign1.Header.TreeSize is not null)
            throw new MalformedException("COSE signed entry: its payload must be the entry, and its header must name no tree size");
        var header = new CborReader(sign1.Unprotected);
        header.Map(1);
        header.Label(CoseLabel.Receipts);
        header.Array(1);
        var receipt = CoseReceipt.Parse(header.Bytes()) as InclusionReceipt ?? throw header.Wrong("the receipt is not one of inclusion");
        header.End();
        return receipt.KeyId == sign1.Header.KeyId
            ? new SignedEntry(sign1, receipt)
            : throw new MalformedException("COSE signed entry: entry and receipt name different keys");
    }

    public byte[] ToBytes() => _sign1.ToBytes();

    /// <summary>Whether this key signed the entry, and the receipt shows that its log holds it.</summary>
    /// <param name="root">The root the receipt leads to, if so.</param>
    public bool Verify(VerifierKey log, out Hash32 root) => Receipt.Verify(log, Entry.Span, out root) && _sign1.IsSignedBy(log, Entry.Span);
}
