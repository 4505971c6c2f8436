using System.Buffers.Binary;
using System.Text;

namespace Edge.Ledger.Notes;

/// <summary>One signature line of a note: "— name base64(keyid || blob)". For a cosignature the blob is u64 time || signature.</summary>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Blob)
{
    /// <summary>The line with its newline.</summary>
    public override string ToString()
    {
        var bytes = new byte[4 + Blob.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Blob.Span.CopyTo(bytes.AsSpan(4));
        return $"— {Name} {Convert.ToBase64String(bytes)}\n";
    }

    public bool IsBy(VerifierKey key) => KeyId == key.Id && Name == key.Name;

    internal static ReadOnlySpan<byte> Dash => "— "u8;

    internal static NoteSignature? TryParse(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith(Dash))
            return null;
        line = line[Dash.Length..];
        var space = line.IndexOf((byte)' ');
        if (space < 0)
            return null;
        var name = Encoding.UTF8.GetString(line[..space]);
        var bytes = Text.StrictBase64.Decode(line[(space + 1)..]);
        if (!KeyName.IsValid(name) || bytes is null || bytes.Length < 5)
            return null;
        return new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(4));
    }
}
