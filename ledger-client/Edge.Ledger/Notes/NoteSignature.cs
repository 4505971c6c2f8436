using System.Buffers.Binary;
using System.Text;
using Edge.Ledger.Text;

namespace Edge.Ledger.Notes;

/// <summary>One signature line of a note: "— name base64(keyid || blob)". For a cosignature the blob is u64 time || signature.</summary>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Blob)
{
    /// <summary>Key id and blob, as the line carries them in base64.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[4 + Blob.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Blob.Span.CopyTo(bytes.AsSpan(4));
        return bytes;
    }

    /// <summary>Bytes of the line with its newline.</summary>
    internal int LineLength => Dash.Length + Encoding.UTF8.GetByteCount(Name) + 1 + ((4 + Blob.Length + 2) / 3 * 4) + 1;

    /// <summary>The line with its newline.</summary>
    public override string ToString() => $"— {Name} {Convert.ToBase64String(ToBytes())}\n";

    public bool IsBy(VerifierKey key) => KeyId == key.Id && Name == key.Name;

    internal static ReadOnlySpan<byte> Dash => "— "u8;

    /// <exception cref="MalformedException">Not 1 to 100 signature lines.</exception>
    internal static IReadOnlyList<NoteSignature> ParseLines(ReadOnlySpan<byte> bytes, string what)
    {
        var lines = new LineReader(bytes, what);
        var signatures = new List<NoteSignature>();
        while (!lines.AtEnd)
        {
            var signature = TryParse(lines.Next()) ?? throw lines.Wrong("not \"— <key name> <base64>\"");
            if (signatures.Count == SignedNote.MaxSignatures)
                throw lines.Wrong($"more than {SignedNote.MaxSignatures} signatures");
            signatures.Add(signature);
        }

        return signatures.Count > 0 ? signatures : throw new MalformedException($"{what}: no signature");
    }

    private static NoteSignature? TryParse(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith(Dash))
            return null;
        line = line[Dash.Length..];
        var space = line.IndexOf((byte)' ');
        if (space < 0)
            return null;
        var name = Encoding.UTF8.GetString(line[..space]);
        return KeyName.IsValid(name) && StrictBase64.Decode(line[(space + 1)..]) is { } bytes ? TryRead(name, bytes) : null;
    }

    /// <summary>Null when there are not a key id and at least one byte after it.</summary>
    internal static NoteSignature? TryRead(string name, ReadOnlySpan<byte> bytes) =>
        bytes.Length < 5 ? null : new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[4..].ToArray());
}
