using System.Security.Cryptography;
using Edge.Ledger.Notes;

namespace Edge.Ledger.City.Keys;

/// <summary>
/// A private key in a file of its own: one line, as <see cref="NoteSigner.ExportSecret"/> writes it.
/// Whoever can read it is this department or log: mode 0600.
/// </summary>
public static class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int MaxBytes = 4096;

    /// <summary>Makes a new key and writes it durably.</summary>
    /// <returns>Its public half, for policies.</returns>
    /// <exception cref="IOException">The file is there already, or cannot be written. A key is never overwritten.</exception>
    /// <exception cref="MalformedException">The name cannot be the name of such a key.</exception>
    public static VerifierKey Create(string path, string name, KeyType type)
    {
        using var signer = new NoteSigner(name, type, RandomNumberGenerator.GetBytes(32));
        using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly });
        file.Write(System.Text.Encoding.UTF8.GetBytes(signer.ExportSecret() + "\n"));
        file.Flush(flushToDisk: true);
        return signer.Verifier;
    }

    /// <summary>Reads a key.</summary>
    /// <param name="path">The file.</param>
    /// <param name="use">What it is to be used for.</param>
    /// <exception cref="MalformedException">Not a private key, or not one for this use.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static NoteSigner Read(string path, KeyUse use)
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
        return signer.Verifier.SignsLogs == (use == KeyUse.Log)
            ? signer
            : throw new MalformedException($"{path}: {signer.Name} has a key of type {signer.Verifier.Type.Describe()}, which is not for a {(use == KeyUse.Log ? "log" : "witness")}. Make one with edge-city keygen.");
    }
}
