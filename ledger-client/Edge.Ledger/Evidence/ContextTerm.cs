using Edge.Ledger.Merkle;

namespace Edge.Ledger.Evidence;

/// <summary>One of the entries that give readings their meaning, as a file shows it: by its place among the disclosed ones, verbatim, or by its leaf hash alone.</summary>
public abstract record ContextTerm
{
    private ContextTerm()
    {
    }

    /// <summary>A disclosed entry of the log.</summary>
    public sealed record Place(ulong Index) : ContextTerm;

    /// <summary>The entry's bytes. What binds them to a reading is the context hash in it; their own place in the log is not shown.</summary>
    public sealed record Verbatim(ReadOnlyMemory<byte> Bytes) : ContextTerm;

    /// <summary>Not disclosed.</summary>
    public sealed record Hidden(Hash32 Leaf) : ContextTerm;
}
