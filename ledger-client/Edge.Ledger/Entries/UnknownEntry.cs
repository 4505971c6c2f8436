using Edge.Ledger.Cbor;

namespace Edge.Ledger.Entries;

/// <summary>An entry of a kind or version made after this software: its place in the log verifies, its meaning is not known here.</summary>
public sealed record UnknownEntry(ulong Version, ulong KindNumber) : Entry
{
    public override EntryKind Kind => (EntryKind)Math.Min(KindNumber, int.MaxValue);

    private protected override int ItemCount => throw new InvalidOperationException("An unknown entry is not written.");

    private protected override void WriteItems(ref CborWriter writer) => throw new InvalidOperationException("An unknown entry is not written.");
}
