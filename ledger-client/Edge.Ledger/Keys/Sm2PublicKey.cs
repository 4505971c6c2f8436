namespace Edge.Ledger.Keys;

/// <summary>An SM2 public key, for signatures over SM3 with the default user id (GB/T 32918.2-2016), by libcrypto. Safe for concurrent use.</summary>
public sealed class Sm2PublicKey : IVerifyingKey
{
    private readonly EvpKey _key;
    private readonly byte[] _point;

    /// <param name="point">65 bytes, 04 || x || y.</param>
    /// <exception cref="MalformedException">Not a point of the curve in that form, or this libcrypto was built without SM2.</exception>
    public Sm2PublicKey(ReadOnlySpan<byte> point)
    {
        if (!EcCurve.IsPoint(point))
            throw new MalformedException($"an SM2 public key is an uncompressed point of {EcCurve.PointSize} bytes");
        _key = Sm2.PublicKey(point);
        _point = point.ToArray();
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Bytes => _point;

    /// <inheritdoc/>
    /// <remarks>libcrypto itself takes r and s in DER alone, in their range; the tests hold it to that.</remarks>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        Sm2.Verify(_key, message, signature);
}
