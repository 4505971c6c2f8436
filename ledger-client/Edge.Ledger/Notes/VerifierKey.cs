using System.Globalization;
using System.Text;
using Edge.Ledger.Keys;
using Edge.Ledger.Merkle;
using Edge.Ledger.Text;

namespace Edge.Ledger.Notes;

/// <summary>A public key by name, as policies carry it: <c>name+hex(keyid)+base64(type || public key)</c>.</summary>
public sealed class VerifierKey
{
    private readonly IVerifyingKey _key;

    /// <param name="publicKey">Ed25519: 32 bytes; ECDSA P-256: SubjectPublicKeyInfo, 91 bytes; SM2: uncompressed point, 65 bytes.</param>
    /// <exception cref="MalformedException">Not a key's name, not a public key of this type, or a type that the log of this name cannot have.</exception>
    public VerifierKey(string name, KeyType type, ReadOnlySpan<byte> publicKey)
    {
        if (!KeyName.IsValid(name))
            throw new MalformedException($"key name \"{name}\": must be non-empty, without spaces, plus or control characters, at most {KeyName.MaxBytes} bytes");
        if (type is KeyType.Ed25519 or KeyType.EcdsaP256 && TreeHasher.OfLog(name) == TreeHasher.Sm3)
            throw new MalformedException($"key {name}: a log that is built with SM3 is signed with SM2 only, not with {type.Describe()}");
        try
        {
            _key = type.ReadPublic(publicKey);
        }
        catch (MalformedException e)
        {
            throw new MalformedException($"key {name}: {e.Message}", e);
        }

        Name = name;
        Type = type;
        Id = KeyName.Id(name, type, publicKey);
    }

    public string Name { get; }

    public KeyType Type { get; }

    public uint Id { get; }

    public ReadOnlySpan<byte> PublicKey => _key.Bytes;

    /// <summary>Whether signatures by it say "this is my log", and carry no time.</summary>
    public bool SignsLogs => Type != KeyType.Ed25519Cosignature;

    /// <exception cref="MalformedException">Not a vkey, or its id does not fit its name and key.</exception>
    public static VerifierKey Parse(string vkey)
    {
        var parts = vkey.Split('+', 3);
        if (parts.Length != 3)
            throw new MalformedException($"key \"{vkey}\": must have the form name+hex(keyid)+base64(type || public key)");
        var bytes = StrictBase64.Decode(Encoding.UTF8.GetBytes(parts[2]));
        if (bytes is null || bytes.Length < 2)
            throw new MalformedException($"key {parts[0]}: the part after the second plus is not canonical base64 of a type byte and a key");
        var key = new VerifierKey(parts[0], KeyTypes.Split(bytes, out var publicKey), publicKey);
        if (parts[1] != key.IdText)
            throw new MalformedException($"key {parts[0]}: key id {parts[1]} does not fit name and key, which give {key.IdText}");
        return key;
    }

    /// <summary>Whether the blob of a signature line is this key's signature over the note text.</summary>
    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> blob) => SignsLogs
        ? _key.Verify(text, blob)
        : Cosignature.TrySplit(blob, out var time, out var signature) && _key.Verify(Cosignature.Message(time, text), signature);

    public override string ToString() => $"{Name}+{IdText}+{Convert.ToBase64String([.. Type.Tag(), .. PublicKey])}";

    private string IdText => Id.ToString("x8", CultureInfo.InvariantCulture);
}
