using System.Globalization;

namespace Edge.Store;

/// <summary>The entry was in the log and its hash still is; its bytes were removed under the retention policy.</summary>
public sealed class EntryEvictedException(ulong index, ulong oldest)
    : StoreException(string.Create(CultureInfo.InvariantCulture, $"Entry {index} was evicted; the oldest entry still held is {oldest}. Its hash remains provable, its bytes are gone."))
{
    /// <summary>The index asked for.</summary>
    public ulong Index { get; } = index;

    /// <summary>The oldest index still held.</summary>
    public ulong Oldest { get; } = oldest;
}
