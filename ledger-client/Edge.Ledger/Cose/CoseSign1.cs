using Edge.Ledger.Cbor;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Cose;

/// <summary>A tagged COSE_Sign1 (RFC 9052 section 4.2) in deterministic CBOR.</summary>
/// <param name="Payload">Null when detached.</param>
internal sealed record CoseSign1(CoseHeader Header, byte[] Unprotected, byte[]? Payload, byte[] Signature)
{
    private const int MaxHeads = 32;

    /// <exception cref="NotExpressibleException">COSE has no algorithm for the log's key.</exception>
    public static CoseSign1 Sign(NoteSigner log, ulong? treeSize, byte[] unprotected, byte[] payload, bool detached)
    {
        var header = CoseHeader.Of(log.Verifier, treeSize);
        var signature = CoseSignature.Sign(log, ToBeSigned(header, payload));
        return new CoseSign1(header, unprotected, detached ? null : payload, signature);
    }

    /// <exception cref="MalformedException">Not a COSE_Sign1 in canonical form.</exception>
    public static CoseSign1 Parse(ReadOnlySpan<byte> bytes)
    {
        var reader = new CborReader(bytes);
        reader.Tag(CoseLabel.Sign1Tag);
        reader.Array(4);
        var header = CoseHeader.Parse(reader.Bytes());
        var unprotected = reader.Item().ToArray();
        var payload = reader.TryNull() ? null : reader.Bytes().ToArray();
        var sign1 = new CoseSign1(header, unprotected, payload, reader.Bytes(CoseSignature.Size).ToArray());
        reader.End();
        return sign1;
    }

    public byte[] ToBytes()
    {
        var header = Header.ToBytes();
        var writer = new CborWriter(new byte[MaxHeads + header.Length + Unprotected.Length + (Payload?.Length ?? 0) + CoseSignature.Size]);
        writer.Tag(CoseLabel.Sign1Tag);
        writer.Array(4);
        writer.Bytes(header);
        writer.Item(Unprotected);
        if (Payload is { } payload)
            writer.Bytes(payload);
        else
            writer.Null();
        writer.Bytes(Signature);
        return writer.Written.ToArray();
    }

    /// <summary>Whether the header names this key and the signature is its own over the payload.</summary>
    /// <param name="payload">The payload, also when it was detached.</param>
    public bool IsSignedBy(VerifierKey log, ReadOnlySpan<byte> payload) =>
        Header.IsBy(log) && CoseSignature.Verify(log, ToBeSigned(Header, payload), Signature);

    /// <summary>Sig_structure (RFC 9052 section 4.4). Its first byte, 84, begins no UTF-8 text, so it is never the text of a note.</summary>
    private static ReadOnlySpan<byte> ToBeSigned(CoseHeader protectedHeader, ReadOnlySpan<byte> payload)
    {
        var header = protectedHeader.ToBytes();
        var writer = new CborWriter(new byte[MaxHeads + header.Length + payload.Length]);
        writer.Array(4);
        writer.Utf8("Signature1"u8);
        writer.Bytes(header);
        writer.Bytes([]);
        writer.Bytes(payload);
        return writer.Written;
    }
}
