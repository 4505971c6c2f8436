namespace Edge.Ledger.Keys;

/// <summary>An SM2 private key, signing over SM3 with the default user id (GB/T 32918.2-2016), by libcrypto. Safe for concurrent use.</summary>
public sealed class Sm2PrivateKey : ISigningKey
{
    private readonly EvpKey _key;
    private readonly byte[] _point;

    /// <param name="scalar">32 bytes, big-endian, in [1, n - 2].</param>
    /// <exception cref="MalformedException">Not such a number, or this libcrypto was built without SM2.</exception>
    public Sm2PrivateKey(ReadOnlySpan<byte> scalar)
    {
        if (!EcCurve.Sm2.IsPrivateKey(scalar))
            throw new MalformedException("an SM2 private key is a number of 32 bytes from 1 to the order of the curve less 2");
        _key = Sm2.PrivateKey(scalar);
        _point = Sm2.PointOf(_key);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> PublicKey => _point;

    /// <inheritdoc/>
    public byte[] Sign(ReadOnlySpan<byte> message) => Sm2.Sign(_key, message);

    public void Dispose() => _key.Dispose();
}
