using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Edge.Ledger.Keys;
using Edge.Ledger.Text;

namespace Edge.Ledger.Notes;

/// <summary>
/// A private key by name. As text, in the manner of Go's sumdb/note: <c>PRIVATE+KEY+name+hex(keyid)+base64(type || secret)</c>,
/// the secret being the 32 bytes of an Ed25519 seed or of a big-endian scalar.
/// </summary>
public sealed class NoteSigner : IDisposable
{
    private const string Prefix = "PRIVATE+KEY+";

    private readonly ISigningKey _key;
    private readonly byte[] _secret;
    private readonly bool _isSecretTheKey;

    /// <param name="secret">The key: 32 secret bytes.</param>
    /// <exception cref="MalformedException">Not a key's name, or not a private key of this type.</exception>
    public NoteSigner(string name, KeyType type, ReadOnlySpan<byte> secret)
        : this(name, type, Read(name, type, secret), secret) => _isSecretTheKey = true;

    /// <summary>Signs with a key that need not be given out, such as one in a secure element. Owns it.</summary>
    /// <param name="key">A key of this type.</param>
    /// <param name="secret">Secret bytes kept beside the key, from which <see cref="DeriveSecret"/> derives; 32 or more.</param>
    /// <exception cref="MalformedException">Not a key's name, or the key is not of this type.</exception>
    public NoteSigner(string name, KeyType type, ISigningKey key, ReadOnlySpan<byte> secret)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, 32);
        _key = key;
        _secret = secret.ToArray();
        Verifier = new VerifierKey(name, type, key.PublicKey);
    }

    public VerifierKey Verifier { get; }

    public string Name => Verifier.Name;

    /// <exception cref="MalformedException">Not a private key in this form.</exception>
    public static NoteSigner Parse(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
            throw new MalformedException($"private key: must start with {Prefix}");
        var parts = text[Prefix.Length..].Split('+', 3);
        var bytes = parts.Length == 3 ? StrictBase64.Decode(Encoding.UTF8.GetBytes(parts[2])) : null;
        if (bytes is null || bytes.Length < 2)
            throw new MalformedException("private key: must have the form PRIVATE+KEY+name+hex(keyid)+base64(type || secret)");
        var signer = new NoteSigner(parts[0], KeyTypes.Split(bytes, out var secret), secret);
        return signer.ExportSecret() == text
            ? signer
            : throw new MalformedException($"private key {parts[0]}: its key id does not fit name and key");
    }

    /// <summary>Signs as a log, over the text.</summary>
    /// <exception cref="InvalidOperationException">This key cosigns; a cosignature carries a time.</exception>
    public NoteSignature Sign(ReadOnlySpan<byte> text) => Verifier.SignsLogs
        ? new NoteSignature(Name, Verifier.Id, _key.Sign(text))
        : throw new InvalidOperationException($"{Name} holds a cosigning key.");

    /// <summary>Cosigns as a witness: cosignature/v1 at a time.</summary>
    /// <exception cref="InvalidOperationException">This key signs logs.</exception>
    public NoteSignature Cosign(ReadOnlySpan<byte> text, DateTimeOffset time)
    {
        if (Verifier.SignsLogs)
            throw new InvalidOperationException($"{Name} does not hold a cosigning key.");
        var blob = new byte[Cosignature.BlobSize];
        var seconds = (ulong)Math.Max(0, time.ToUnixTimeSeconds());
        BinaryPrimitives.WriteUInt64BigEndian(blob, seconds);
        _key.Sign(Cosignature.Message(seconds, text)).CopyTo(blob, 8);
        return new NoteSignature(Name, Verifier.Id, blob);
    }

    /// <summary>The private key as text. Whoever has it is this log or department.</summary>
    /// <exception cref="InvalidOperationException">The key is not given out.</exception>
    public string ExportSecret() => _isSecretTheKey
        ? $"{Prefix}{Name}+{Verifier.Id:x8}+{Convert.ToBase64String([.. Verifier.Type.Tag(), .. _secret])}"
        : throw new InvalidOperationException($"The key of {Name} is not given out.");

    /// <summary>32 secret bytes for another purpose, named by its label: HMAC-SHA-256(secret, label), for every type of key.</summary>
    public byte[] DeriveSecret(string label) => HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(label));

    public void Dispose() => _key.Dispose();

    private static ISigningKey Read(string name, KeyType type, ReadOnlySpan<byte> secret)
    {
        try
        {
            return type.ReadPrivate(secret);
        }
        catch (MalformedException e)
        {
            throw new MalformedException($"private key {name}: {e.Message}", e);
        }
    }
}
