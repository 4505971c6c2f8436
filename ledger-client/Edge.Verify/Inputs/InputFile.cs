using Edge.Ledger;
using Edge.Ledger.Codes;
using Edge.Ledger.Cose;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Ledger.Tiles;

namespace Edge.Verify.Inputs;

/// <summary>Reads the two files, never more of them than can be of use.</summary>
public static class InputFile
{
    private const int MaxPolicyBytes = 1024 * 1024;

    /// <summary>What .NET puts into an argument where its bytes are not UTF-8.</summary>
    private const char InPlaceOfBytes = '\uFFFD';
    private const int ReceiptEntryLimit = SignedEntry.MaxBytes;

    /// <exception cref="InputException">It cannot be read.</exception>
    public static byte[] ReadAny(string path) => Read(path, InputRole.Evidence, EvidenceFile.MaxBytes);

    /// <summary>An evidence file of any version, an accusation, or a COSE receipt; or one of these told in the texts of QR codes.</summary>
    /// <exception cref="InputException">It cannot be read, or is none of them.</exception>
    public static byte[] ReadEvidence(string path)
    {
        var bytes = CodeFile.Open(ReadAny(path), path);
        if (EvidenceVerifier.IsEvidence(bytes) || EquivocationFile.IsEquivocation(bytes) || CoseReceipt.IsCose(bytes))
            return bytes;
        throw LooksLikePolicy(bytes) ? new InputException(InputRole.Evidence, InputFault.Swapped, path, "")
            : CodeFile.IsPicture(bytes) ? new InputException(InputRole.Evidence, InputFault.Picture, path, "")
            : new InputException(InputRole.Evidence, InputFault.Malformed, path, "the file does not start with the line edge-evidence/v1, edge-evidence/v2 or edge-equivocation/v1");
    }

    /// <exception cref="InputException">It cannot be read, or is not a policy.</exception>
    public static byte[] ReadPolicy(string path, out TrustPolicy policy)
    {
        var bytes = Read(path, InputRole.Policy, MaxPolicyBytes);
        if (EvidenceVerifier.IsEvidence(bytes) || EquivocationFile.IsEquivocation(bytes))
            throw new InputException(InputRole.Policy, InputFault.Swapped, path, "");
        try
        {
            policy = TrustPolicy.Parse(bytes);
            return bytes;
        }
        catch (MalformedException e)
        {
            throw new InputException(InputRole.Policy, InputFault.Malformed, path, e.Message);
        }
    }

    /// <summary>The checkpoint of a log that lies in a folder as tiles.</summary>
    /// <exception cref="InputException">It cannot be read, or is not a note.</exception>
    public static SignedNote ReadCheckpoint(string folder)
    {
        var path = Path.Combine(folder, "checkpoint");
        if (!File.Exists(path) && FirstEvidence(folder) is { } evidence)
            throw new InputException(InputRole.Log, InputFault.EvidenceFolder, folder, evidence);
        try
        {
            if (PlainFile.IsEmpty(path))
                throw new InputException(InputRole.Log, InputFault.Empty, path, "");
            var note = SignedNote.Parse(Read(path, InputRole.Log, SignedNote.MaxBytes));
            Checkpoint.Parse(note);
            return note;
        }
        catch (MalformedException e)
        {
            throw new InputException(InputRole.Log, InputFault.Malformed, path, e.Message);
        }
    }

    /// <summary>What is said to be in force at the first entry of a log's folder; null when there is no such file, or it is no regular one of that form.</summary>
    public static IReadOnlyList<byte[]>? ReadContexts(string folder)
    {
        var path = Path.Combine(folder, ContextsFile.Name);
        try
        {
            return !File.Exists(path) || PlainFile.IsEmpty(path) ? null : ContextsFile.TryRead(Read(path, InputRole.Log, ContextsFile.MaxBytes));
        }
        catch (InputException)
        {
            return null;
        }
    }

    /// <summary>The first evidence file in a folder by name; null when it has none, or may not be looked into.</summary>
    private static string? FirstEvidence(string folder) =>
        Directory.EnumerateFiles(folder, "*.edge", new EnumerationOptions { IgnoreInaccessible = true }).Min(StringComparer.Ordinal);

    /// <summary>A log entry as it was logged.</summary>
    /// <exception cref="InputException">It cannot be read, or is no entry.</exception>
    public static byte[] ReadEntry(string path)
    {
        var bytes = Read(path, InputRole.Entry, ReceiptEntryLimit);
        try
        {
            Entry.Decode(bytes);
            return bytes;
        }
        catch (MalformedException e)
        {
            throw new InputException(InputRole.Entry, InputFault.Malformed, path, e.Message);
        }
    }

    private static bool LooksLikePolicy(byte[] bytes)
    {
        if (bytes.Length > MaxPolicyBytes)
            return false;
        try
        {
            TrustPolicy.Parse(bytes);
            return true;
        }
        catch (MalformedException)
        {
            return false;
        }
    }

    private static byte[] Read(string path, InputRole role, int limit)
    {
        if (path.Length == 0)
            throw new InputException(role, InputFault.NotFound, path, "");
        if (Directory.Exists(path))
            throw new InputException(role, InputFault.IsDirectory, path, "");
        if (path == "-" && !File.Exists(path))
            throw new InputException(role, InputFault.Hyphen, path, "");
        if (!FileKind.MayBeRead(path))
            throw new InputException(role, InputFault.NotAFile, path, "");
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var bytes = Read(stream, limit) ?? throw new InputException(role, InputFault.TooLarge, path, $"{limit}");
            return bytes.Length > 0 ? bytes : throw new InputException(role, InputFault.Empty, path, "");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(role, path.Contains(InPlaceOfBytes) ? InputFault.NameNotUtf8 : InputFault.NotFound, path, "");
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException(role, InputFault.Denied, path, "");
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            throw new InputException(role, InputFault.CannotRead, path, e.Message);
        }
    }

    /// <summary>Null when there is more than the limit. The length a file states is not relied on: devices and pipes state none.</summary>
    private static byte[]? Read(FileStream stream, int limit)
    {
        if (stream.CanSeek && stream.Length > limit)
            return null;
        using var read = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            if (read.Length + count > limit)
                return null;
            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }
}
