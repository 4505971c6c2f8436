using System.Text;
using System.Text.Unicode;

namespace Edge.Ledger.Notes;

/// <summary>
/// A note of c2sp.org/signed-note: text ending in a newline, an empty line, signature lines. Parsing says nothing about trust:
/// that is what a <see cref="Policies.TrustPolicy"/> is for.
/// </summary>
public sealed class SignedNote
{
    /// <summary>Most signatures accepted in one note.</summary>
    public const int MaxSignatures = 100;

    /// <summary>Longest note accepted, in bytes.</summary>
    public const int MaxBytes = 64 * 1024;

    public SignedNote(ReadOnlyMemory<byte> text, IReadOnlyList<NoteSignature> signatures)
    {
        Text = text;
        Signatures = signatures;
    }

    /// <summary>The signed bytes, final newline included.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>The first line by a key, which is all that needs to be kept of it; null when there is none.</summary>
    public NoteSignature? SignatureBy(VerifierKey key) => Signatures.FirstOrDefault(s => s.IsBy(key));

    /// <summary>The lines by a key, each once: repeating a line must not cost whoever verifies it.</summary>
    public IEnumerable<NoteSignature> SignaturesBy(VerifierKey key)
    {
        var seen = new List<NoteSignature>();
        foreach (var signature in Signatures)
        {
            if (!signature.IsBy(key) || seen.Exists(s => s.Blob.Span.SequenceEqual(signature.Blob.Span)))
                continue;
            seen.Add(signature);
            yield return signature;
        }
    }

    /// <summary>The same text with further signatures.</summary>
    public SignedNote With(params IEnumerable<NoteSignature> more) => new(Text, [.. Signatures, .. more]);

    /// <exception cref="MalformedException">Not the canonical form of a note.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            throw new MalformedException($"note: {bytes.Length} bytes; at most {MaxBytes} are accepted");
        if (!Utf8.IsValid(bytes))
            throw new MalformedException("note: not valid UTF-8");
        foreach (var b in bytes)
        {
            if (b < 0x20 && b != (byte)'\n')
                throw new MalformedException($"note: control character 0x{b:X2}");
        }

        var split = bytes.LastIndexOf("\n\n"u8);
        if (split < 0)
            throw new MalformedException("note: no empty line between text and signatures");
        var text = bytes[..(split + 1)];
        return new SignedNote(text.ToArray(), NoteSignature.ParseLines(bytes[(split + 2)..], "note signatures"));
    }

    /// <summary>Bytes of <see cref="ToBytes"/>.</summary>
    internal int Length => Text.Length + 1 + Signatures.Sum(s => s.LineLength);

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    public override string ToString() => $"{Encoding.UTF8.GetString(Text.Span)}\n{string.Concat(Signatures)}";
}
