namespace Edge.Ledger.Notes;

/// <summary>The body of an add-checkpoint answer with status 200 (c2sp.org/tlog-witness): the witness's cosignature lines, each verified by nobody yet.</summary>
public sealed record AddCheckpointAnswer(IReadOnlyList<NoteSignature> Cosignatures)
{
    /// <exception cref="MalformedException">Not 1 to 100 signature lines in at most 65,536 bytes.</exception>
    public static AddCheckpointAnswer Parse(ReadOnlySpan<byte> bytes) => bytes.Length <= SignedNote.MaxBytes
        ? new AddCheckpointAnswer(NoteSignature.ParseLines(bytes, "add-checkpoint answer"))
        : throw new MalformedException($"add-checkpoint answer: {bytes.Length} bytes; at most {SignedNote.MaxBytes} are accepted");

    public byte[] ToBytes() => System.Text.Encoding.UTF8.GetBytes(string.Concat(Cosignatures));
}
