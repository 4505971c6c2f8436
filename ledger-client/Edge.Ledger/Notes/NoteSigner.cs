using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Edge.Ledger.Keys;
using Edge.Ledger.Text;

namespace Edge.Ledger.Notes;

/// <summary>A private key by name, written as Go's sumdb/note writes it: <c>PRIVATE+KEY+name+hex(keyid)+base64(type || seed)</c>.</summary>
public sealed class NoteSigner : IDisposable
{
    private const string Prefix = "PRIVATE+KEY+";

    private readonly Ed25519PrivateKey _key;
    private readonly byte[] _seed;

    /// <param name="seed">32 secret bytes.</param>
    public NoteSigner(string name, KeyType type, ReadOnlySpan<byte> seed)
    {
        if (seed.Length != Ed25519PrivateKey.SeedSize)
            throw new MalformedException($"private key {name}: an Ed25519 seed has 32 bytes, not {seed.Length}");
        _seed = seed.ToArray();
        _key = new Ed25519PrivateKey(seed);
        Verifier = new VerifierKey(name, type, _key.PublicKey);
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
            throw new MalformedException("private key: must have the form PRIVATE+KEY+name+hex(keyid)+base64(type || seed)");
        var signer = new NoteSigner(parts[0], (KeyType)bytes[0], bytes.AsSpan(1));
        return signer.ExportSecret() == text
            ? signer
            : throw new MalformedException($"private key {parts[0]}: its key id does not fit name and key");
    }

    /// <summary>Signs as a log: Ed25519 over the text.</summary>
    /// <exception cref="InvalidOperationException">This key cosigns; a cosignature carries a time.</exception>
    public NoteSignature Sign(ReadOnlySpan<byte> text)
    {
        if (Verifier.Type != KeyType.Ed25519)
            throw new InvalidOperationException($"{Name} holds a cosigning key.");
        var blob = new byte[Ed25519PublicKey.SignatureSize];
        _key.Sign(text, blob);
        return new NoteSignature(Name, Verifier.Id, blob);
    }

    /// <summary>Cosigns as a witness: cosignature/v1 at a time.</summary>
    /// <exception cref="InvalidOperationException">This key signs logs.</exception>
    public NoteSignature Cosign(ReadOnlySpan<byte> text, DateTimeOffset time)
    {
        if (Verifier.Type != KeyType.Ed25519Cosignature)
            throw new InvalidOperationException($"{Name} does not hold a cosigning key.");
        var blob = new byte[Cosignature.BlobSize];
        var seconds = (ulong)Math.Max(0, time.ToUnixTimeSeconds());
        BinaryPrimitives.WriteUInt64BigEndian(blob, seconds);
        _key.Sign(Cosignature.Message(seconds, text), blob.AsSpan(8));
        return new NoteSignature(Name, Verifier.Id, blob);
    }

    /// <summary>The private key as text. Whoever has it is this log or department.</summary>
    public string ExportSecret() =>
        $"{Prefix}{Name}+{Verifier.Id:x8}+{Convert.ToBase64String([(byte)Verifier.Type, .. _seed])}";

    /// <summary>32 secret bytes for another purpose, named by its label: HMAC-SHA-256(seed, label).</summary>
    public byte[] DeriveSecret(string label) => HMACSHA256.HashData(_seed, Encoding.UTF8.GetBytes(label));

    public void Dispose() => _key.Dispose();
}
