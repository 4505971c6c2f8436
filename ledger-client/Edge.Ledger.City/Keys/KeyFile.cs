using System.Security.Cryptography;
using Edge.Ledger.Keys;
using Edge.Ledger.Notes;

namespace Edge.Ledger.City.Keys;

/// <summary>
/// A private key in a file of its own: one line, <c>PRIVATE+KEY+name+hex(keyid)+base64(type || seed)</c>, as Go's sumdb/note writes it.
/// Whoever can read it is this department or log: mode 0600.
/// </summary>
public static class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int MaxBytes = 4096;

    /// <summary>Makes a new key and writes it durably.</summary>
    /// <returns>Its public half, for policies.</returns>
    /// <exception cref="IOException">The file is there already, or cannot be written. A key is never overwritten.</exception>
    /// <exception cref="MalformedException">The name cannot be a key's name.</exception>
    public static VerifierKey Create(string path, string name, KeyType type)
    {
        Span<byte> seed = stackalloc byte[Ed25519PrivateKey.SeedSize];
        RandomNumberGenerator.Fill(seed);
        using var signer = new NoteSigner(name, type, seed);
        using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly });
        file.Write(System.Text.Encoding.UTF8.GetBytes(signer.ExportSecret() + "\n"));
        file.Flush(flushToDisk: true);
        return signer.Verifier;
    }

    /// <summary>Reads a key.</summary>
    /// <param name="path">The file.</param>
    /// <param name="type">The type its use needs.</param>
    /// <exception cref="MalformedException">Not a private key, or not of this type.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static NoteSigner Read(string path, KeyType type)
    {
        var file = new FileInfo(path);
        if (file.Length > MaxBytes) throw new MalformedException($"{path}: not a key file; it has {file.Length} bytes");
        if ((file.UnixFileMode & ~OwnerOnly) != 0) throw new MalformedException($"{path}: others than its owner may use it. Run: chmod 600 {path}");
        NoteSigner signer;
        try
        {
            signer = NoteSigner.Parse(File.ReadAllText(path).TrimEnd('\n'));
        }
        catch (MalformedException e)
        {
            throw new MalformedException($"{path}: {e.Message}", e);
        }
        return signer.Verifier.Type == type
            ? signer
            : throw new MalformedException($"{path}: {signer.Name} has a key of type {(byte)signer.Verifier.Type:x2}; needed is {(byte)type:x2} ({type}). Make one with edge-city keygen.");
    }
}
