using System.Globalization;
using System.Text;
using Edge.Ledger.Keys;
using Edge.Ledger.Text;

namespace Edge.Ledger.Notes;

/// <summary>A public key by name, as policies carry it: <c>name+hex(keyid)+base64(type || public key)</c>.</summary>
public sealed class VerifierKey
{
    private readonly Ed25519PublicKey _key;

    public VerifierKey(string name, KeyType type, ReadOnlySpan<byte> publicKey)
    {
        if (!KeyName.IsValid(name))
            throw new MalformedException($"key name \"{name}\": must be non-empty, without spaces, plus or control characters, at most {KeyName.MaxBytes} bytes");
        if (type is not (KeyType.Ed25519 or KeyType.Ed25519Cosignature))
            throw new MalformedException($"key {name}: signature type 0x{(byte)type:X2} is not supported; known are 01 (Ed25519) and 04 (Ed25519 cosignature)");
        if (publicKey.Length != Ed25519PublicKey.Size)
            throw new MalformedException($"key {name}: an Ed25519 public key has 32 bytes, not {publicKey.Length}");
        Name = name;
        Type = type;
        Id = KeyName.Id(name, type, publicKey);
        _key = new Ed25519PublicKey(publicKey);
    }

    public string Name { get; }

    public KeyType Type { get; }

    public uint Id { get; }

    public ReadOnlySpan<byte> PublicKey => _key.Bytes;

    /// <exception cref="MalformedException">Not a vkey, or its id does not fit its name and key.</exception>
    public static VerifierKey Parse(string vkey)
    {
        var parts = vkey.Split('+', 3);
        if (parts.Length != 3)
            throw new MalformedException($"key \"{vkey}\": must have the form name+hex(keyid)+base64(type || public key)");
        var bytes = StrictBase64.Decode(Encoding.UTF8.GetBytes(parts[2]));
        if (bytes is null || bytes.Length < 2)
            throw new MalformedException($"key {parts[0]}: the part after the second plus is not canonical base64 of a type byte and a key");
        var key = new VerifierKey(parts[0], (KeyType)bytes[0], bytes.AsSpan(1));
        if (parts[1] != key.IdText)
            throw new MalformedException($"key {parts[0]}: key id {parts[1]} does not fit name and key, which give {key.IdText}");
        return key;
    }

    /// <summary>Whether the blob of a signature line is this key's signature over the note text.</summary>
    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> blob) => Type switch
    {
        KeyType.Ed25519 => _key.Verify(text, blob),
        _ => Cosignature.TrySplit(blob, out var time, out var signature) && _key.Verify(Cosignature.Message(time, text), signature),
    };

    public override string ToString() => $"{Name}+{IdText}+{Convert.ToBase64String([(byte)Type, .. PublicKey])}";

    private string IdText => Id.ToString("x8", CultureInfo.InvariantCulture);
}
