using Edge.Gateway.Pipeline;
using Edge.Ledger.City;
using Edge.Ledger.Merkle;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Notes;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Anchoring;

/// <summary>The gateway's log as the anchoring client sees it: reads through its own view, writes by asking the writer.</summary>
public sealed class GatewayAnchorLog : IAnchorLog, IDisposable
{
    private readonly ILogReader _reader;
    private readonly LogView _view;
    private readonly WriterRequests _requests;
    private readonly BeaconBox _beacons;
    private readonly HaltNote _halt;
    private readonly Lock _gate = new();
    private SignedNote? _newest;
    private ulong _anchored;

    /// <param name="reader">A reader of its own; ended with this.</param>
    /// <param name="halt">Forgotten when the city accepts.</param>
    public GatewayAnchorLog(ILogReader reader, WriterRequests requests, BeaconBox beacons, HaltNote halt)
    {
        _halt = halt;
        _reader = reader;
        _view = new LogView(reader);
        _requests = requests;
        _beacons = beacons;
        _anchored = reader.NewestReceipt()?.Size ?? 0;
        if (reader.NewestCheckpoint() is { } newest)
            _newest = SignedNote.Parse(newest.Bytes);
    }

    /// <summary>The newest durable checkpoint; the writer's announcements set it.</summary>
    public SignedNote? Newest
    {
        get => Volatile.Read(ref _newest);
        set => Volatile.Write(ref _newest, value);
    }

    public ulong AnchoredSize => Volatile.Read(ref _anchored);

    /// <summary>Blocks are not kept over a restart: writing one every second would wear out the card, and the broker retains the newest.</summary>
    public ReadOnlyMemory<byte>? NewestBlock => null;

    public Hash32 RootAt(ulong size)
    {
        lock (_gate)
            return _view.Root(size);
    }

    public IReadOnlyList<Hash32> Consistency(ulong oldSize, ulong size)
    {
        lock (_gate)
            return _view.Consistency(oldSize, size);
    }

    public async ValueTask StoreReceiptAsync(Receipt receipt, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _requests.PutReceiptAsync(receipt.Checkpoint.Size, bytes.ToArray(), cancellationToken);
        Volatile.Write(ref _anchored, Math.Max(_anchored, receipt.Checkpoint.Size));
        _halt.Clear();
    }

    public ValueTask StoreBlockAsync(CityBlock block, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _beacons.Newest = block;
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _reader.Dispose();
}
