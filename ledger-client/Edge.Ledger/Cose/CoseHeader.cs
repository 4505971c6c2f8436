using System.Globalization;
using System.Text;
using Edge.Ledger.Cbor;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Cose;

/// <summary>The protected header: who signs, how, and for a receipt the size of the tree.</summary>
/// <param name="KeyId">The first two parts of the log's vkey: <c>name+hex(keyid)</c>.</param>
/// <param name="TreeSize">Null for a signed entry, which is about no tree.</param>
internal sealed record CoseHeader(CoseAlgorithm Algorithm, string KeyId, ulong? TreeSize)
{
    private const int MaxHeads = 32;

    /// <exception cref="NotExpressibleException">COSE has no algorithm for keys of this type.</exception>
    public static CoseHeader Of(VerifierKey key, ulong? treeSize) => new(
        CoseSignature.AlgorithmOf(key.Type) ?? throw new NotExpressibleException($"key {key.Name}: COSE has no algorithm for keys of type {key.Type.Describe()}"),
        IdOf(key),
        treeSize);

    /// <exception cref="MalformedException">Not the header of a receipt or a signed entry.</exception>
    public static CoseHeader Parse(ReadOnlySpan<byte> bytes)
    {
        var reader = new CborReader(bytes);
        var count = reader.Map();
        if (count is not (2 or 4))
            throw reader.Wrong("a protected header of alg and kid, or of alg, kid, vds and tree size is needed");
        reader.Label(CoseLabel.Algorithm);
        var algorithm = reader.Integer() switch
        {
            (long)CoseAlgorithm.EdDsa => CoseAlgorithm.EdDsa,
            (long)CoseAlgorithm.Es256 => CoseAlgorithm.Es256,
            var other => throw reader.Wrong($"algorithm {other} is neither EdDSA (-8) nor ES256 (-7)"),
        };
        reader.Label(CoseLabel.KeyId);
        var keyId = reader.Bytes();
        if (!System.Text.Unicode.Utf8.IsValid(keyId))
            throw reader.Wrong("the kid is not valid UTF-8");
        var header = new CoseHeader(algorithm, Encoding.UTF8.GetString(keyId), count == 2 ? null : TreeSizeIn(ref reader));
        reader.End();
        return header;
    }

    public byte[] ToBytes()
    {
        var keyId = Encoding.UTF8.GetBytes(KeyId);
        var writer = new CborWriter(new byte[MaxHeads + keyId.Length]);
        writer.Map(TreeSize is null ? 2 : 4);
        writer.Integer(CoseLabel.Algorithm);
        writer.Integer((long)Algorithm);
        writer.Integer(CoseLabel.KeyId);
        writer.Bytes(keyId);
        if (TreeSize is { } size)
        {
            writer.Integer(CoseLabel.Structure);
            writer.Unsigned(CoseLabel.Rfc9162Sha256);
            writer.Integer(CoseLabel.TreeSize);
            writer.Unsigned(size);
        }

        return writer.Written.ToArray();
    }

    public bool IsBy(VerifierKey key) => KeyId == IdOf(key) && Algorithm == CoseSignature.AlgorithmOf(key.Type);

    private static string IdOf(VerifierKey key) => string.Create(CultureInfo.InvariantCulture, $"{key.Name}+{key.Id:x8}");

    private static ulong TreeSizeIn(ref CborReader reader)
    {
        reader.Label(CoseLabel.Structure);
        if (reader.Unsigned() != CoseLabel.Rfc9162Sha256)
            throw reader.Wrong("the verifiable data structure is not RFC9162_SHA256 (1)");
        reader.Label(CoseLabel.TreeSize);
        return reader.Unsigned(long.MaxValue, "the tree size");
    }
}
