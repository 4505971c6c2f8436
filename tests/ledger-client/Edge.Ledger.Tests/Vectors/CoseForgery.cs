using Edge.Ledger.Cbor;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>COSE_Sign1 structures that this software does not make, properly signed.</summary>
internal static class CoseForgery
{
    public sealed record Parts(byte[] Header, byte[] Unprotected, byte[]? Payload, byte[] Signature);

    public static Parts Take(byte[] sign1)
    {
        var reader = new CborReader(sign1);
        reader.Tag(18);
        reader.Array(4);
        return new Parts(reader.Bytes().ToArray(), reader.Item().ToArray(), reader.TryNull() ? null : reader.Bytes().ToArray(), reader.Bytes().ToArray());
    }

    public static byte[] Put(Parts parts)
    {
        var writer = new CborWriter(new byte[128 + parts.Header.Length + parts.Unprotected.Length + (parts.Payload?.Length ?? 0)]);
        writer.Tag(18);
        writer.Array(4);
        writer.Bytes(parts.Header);
        writer.Item(parts.Unprotected);
        if (parts.Payload is { } payload)
            writer.Bytes(payload);
        else
            writer.Null();
        writer.Bytes(parts.Signature);
        return writer.Written.ToArray();
    }

    /// <summary>The same with an Ed25519 signature over its header and this payload.</summary>
    public static Parts SignedBy(this Parts parts, NoteSigner key, byte[] payload)
    {
        var writer = new CborWriter(new byte[64 + parts.Header.Length + payload.Length]);
        writer.Array(4);
        writer.Text("Signature1");
        writer.Bytes(parts.Header);
        writer.Bytes([]);
        writer.Bytes(payload);
        return parts with { Signature = key.Sign(writer.Written).Blob.ToArray() };
    }

    public static byte[] Changed(this byte[] bytes, string from, string to)
    {
        var hex = VectorFile.Hex(bytes);
        return hex.Contains(from, StringComparison.Ordinal)
            ? Convert.FromHexString(hex.Replace(from, to, StringComparison.Ordinal))
            : throw new InvalidOperationException($"{from} is not in {hex}");
    }

    /// <summary>{396: {-1: [proof], ...}}</summary>
    public static byte[] Proofs(params (long Type, byte[][] Proofs)[] kinds)
    {
        var writer = new CborWriter(new byte[64 + kinds.Sum(k => 16 + k.Proofs.Sum(p => p.Length + 9))]);
        writer.Map(1);
        writer.Integer(396);
        writer.Map(kinds.Length);
        foreach (var (type, proofs) in kinds)
        {
            writer.Integer(type);
            writer.Array(proofs.Length);
            foreach (var proof in proofs)
                writer.Bytes(proof);
        }

        return writer.Written.ToArray();
    }

    public static byte[] Proof(ulong one, ulong two, IReadOnlyList<Hash32> path)
    {
        var writer = new CborWriter(new byte[64 + (path.Count * 34)]);
        writer.Array(3);
        writer.Unsigned(one);
        writer.Unsigned(two);
        writer.Array(path.Count);
        foreach (var hash in path)
            writer.Hash(hash);
        return writer.Written.ToArray();
    }

    /// <summary>{394: [receipt...]}</summary>
    public static byte[] Receipts(params byte[][] receipts)
    {
        var writer = new CborWriter(new byte[64 + receipts.Sum(r => r.Length + 9)]);
        writer.Map(1);
        writer.Integer(394);
        writer.Array(receipts.Length);
        foreach (var receipt in receipts)
            writer.Bytes(receipt);
        return writer.Written.ToArray();
    }
}
