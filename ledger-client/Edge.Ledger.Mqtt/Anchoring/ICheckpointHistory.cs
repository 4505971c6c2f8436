using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Mqtt.Anchoring;

/// <summary>What a log can say about itself. Called from several threads.</summary>
public interface ICheckpointHistory
{
    /// <summary>The newest signed checkpoint, durable; null before the first.</summary>
    SignedNote? Newest { get; }

    /// <summary>The root of the first <paramref name="size"/> entries.</summary>
    /// <param name="size">At most the size of <see cref="Newest"/>.</param>
    Hash32 RootAt(ulong size);

    /// <summary>The consistency proof between two sizes (RFC 9162 section 2.1.4); empty from 0.</summary>
    /// <param name="oldSize">At most <paramref name="size"/>.</param>
    /// <param name="size">At most the size of <see cref="Newest"/>.</param>
    IReadOnlyList<Hash32> Consistency(ulong oldSize, ulong size);
}
