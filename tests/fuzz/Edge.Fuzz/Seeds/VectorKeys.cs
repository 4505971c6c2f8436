using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Fuzz.Seeds;

/// <summary>The city of the vectors: its private keys are published with them, so that mutants can be signed anew.</summary>
internal static class VectorKeys
{
    private const ulong Latest = 253_402_300_799;

    public static IReadOnlyList<NoteSigner> All { get; } =
        [.. VectorSeeds.Notes.GetProperty("keys").EnumerateArray().Select(k => NoteSigner.Parse(k.GetProperty("private_key").GetString()!))];

    public static TrustPolicy Policy { get; } = TrustPolicy.Parse(VectorSeeds.Texts(VectorSeeds.Evidence, "policies")[0]);

    public static NoteSigner? Find(NoteSignature signature) => All.FirstOrDefault(k => signature.IsBy(k.Verifier));

    /// <summary>The line anew by the same key over another text, at the same time; as it was if the key is not one of these.</summary>
    public static NoteSignature Again(NoteSignature line, ReadOnlySpan<byte> text)
    {
        if (Find(line) is not { } signer)
            return line;
        if (signer.Verifier.SignsLogs)
            return signer.Sign(text);
        var time = Cosignature.TrySplit(line.Blob.Span, out var signed, out _) ? Math.Min(signed, Latest) : 0;
        return signer.Cosign(text, DateTimeOffset.FromUnixTimeSeconds((long)time));
    }

    /// <summary>The note over another text, with its signatures made anew.</summary>
    public static SignedNote Again(SignedNote note, ReadOnlyMemory<byte> text) => new(text, [.. note.Signatures.Select(s => Again(s, text.Span))]);
}
