using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Fuzz.Seeds;

/// <summary>The city of the vectors: its private keys are published with them, so that mutants can be signed anew.</summary>
internal static class VectorKeys
{
    public static IReadOnlyList<NoteSigner> All { get; } =
        [.. VectorSeeds.Notes.GetProperty("keys").EnumerateArray().Select(k => NoteSigner.Parse(k.GetProperty("private_key").GetString()!))];

    public static TrustPolicy Policy { get; } = TrustPolicy.Parse(VectorSeeds.Texts(VectorSeeds.Evidence, "policies")[0]);

    public static NoteSigner? Find(NoteSignature signature) => All.FirstOrDefault(k => signature.IsBy(k.Verifier));

    /// <summary>The line anew by the same key over another text, at the same time; as it was if the key is not one of these.</summary>
    public static NoteSignature Again(NoteSignature line, ReadOnlySpan<byte> text)
    {
        if (Find(line) is not { } signer)
            return line;
        if (!Cosignature.TrySplit(line.Blob.Span, out var time, out _))
            return signer.Verifier.Type == KeyType.Ed25519 ? signer.Sign(text) : line;
        return signer.Cosign(text, DateTimeOffset.FromUnixTimeSeconds((long)Math.Min(time, 253_402_300_799)));
    }

    /// <summary>The note over another text, with its signatures made anew.</summary>
    public static SignedNote Again(SignedNote note, ReadOnlyMemory<byte> text) => new(text, [.. note.Signatures.Select(s => Again(s, text.Span))]);
}
