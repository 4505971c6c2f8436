using Edge.Ledger.City;

namespace Edge.Ledger.Mqtt.Anchoring;

/// <summary>The gateway's log as the anchoring client sees it: its outbox, and where verified answers go. Called from several threads.</summary>
public interface IAnchorLog : ICheckpointHistory
{
    /// <summary>The largest size with a stored receipt; 0 before the first.</summary>
    ulong AnchoredSize { get; }

    /// <summary>The newest block stored, as it was received; null before the first.</summary>
    ReadOnlyMemory<byte>? NewestBlock { get; }

    /// <summary>Stores a verified receipt. Durable when it completes; from then on <see cref="AnchoredSize"/> is at least its size.</summary>
    /// <param name="receipt">What was verified.</param>
    /// <param name="bytes">The receipt as it was received (c2sp.org/tlog-proof@v1).</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask StoreReceiptAsync(Receipt receipt, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Stores a verified block, newer than the one before: the beacon for the next seals.</summary>
    /// <inheritdoc cref="StoreReceiptAsync" path="/param"/>
    /// <param name="block">What was verified.</param>
    ValueTask StoreBlockAsync(CityBlock block, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);
}
