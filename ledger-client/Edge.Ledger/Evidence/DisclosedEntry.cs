namespace Edge.Ledger.Evidence;

/// <summary>An entry's verbatim bytes and its place in the log. Ordered by place.</summary>
public readonly record struct DisclosedEntry(ulong Index, ReadOnlyMemory<byte> Bytes) : IComparable<DisclosedEntry>
{
    public int CompareTo(DisclosedEntry other) => Index.CompareTo(other.Index);

    public static bool operator <(DisclosedEntry left, DisclosedEntry right) => left.CompareTo(right) < 0;

    public static bool operator <=(DisclosedEntry left, DisclosedEntry right) => left.CompareTo(right) <= 0;

    public static bool operator >(DisclosedEntry left, DisclosedEntry right) => left.CompareTo(right) > 0;

    public static bool operator >=(DisclosedEntry left, DisclosedEntry right) => left.CompareTo(right) >= 0;
}
