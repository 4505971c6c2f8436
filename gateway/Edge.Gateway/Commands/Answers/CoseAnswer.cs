namespace Edge.Gateway.Commands.Answers;

/// <summary>A COSE receipt that was written.</summary>
/// <param name="File">The receipt.</param>
/// <param name="Index">The entry it is about; absent of one that says how the log grew.</param>
/// <param name="EntryFile">Where the entry lies that the receipt does not hold.</param>
/// <param name="FromSize">Entries of the earlier log that the receipt leads from, and its root in base64.</param>
internal sealed record CoseAnswer(string File, ulong? Index, string? EntryFile, ulong? FromSize, string? FromRoot)
{
    public int Version { get; init; } = 1;
}
