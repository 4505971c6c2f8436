using System.Buffers;
using Edge.Gateway.Hosting;
using Edge.Ledger.Mqtt.Draining;
using Edge.Ledger.Tiles;
using Edge.Store;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Draining;

/// <summary>The gateway's log as its drain sees it: through a reader of its own, as far as the writer says that it is durable. Every entry is checked before it goes: against the tree, and where its hash is lost, by the checksum it was written with.</summary>
public sealed class StoredEntryLog : IEntryLog, IDisposable
{
    private readonly ILogReader _reader;
    private readonly LogView _view;
    private readonly GatewayStatus _status;
    private readonly Func<bool> _isHalted;
    private readonly EntryVisitor _take;
    private IBufferWriter<byte>? _bundle;
    private int _room;

    /// <param name="reader">A reader of its own; ended with this.</param>
    /// <param name="status">Knows what is durable: a reader also sees a group that is about to be.</param>
    /// <param name="isHalted">The city knows another history of this log: then it has nothing that may go to a historian.</param>
    public StoredEntryLog(ILogReader reader, GatewayStatus status, Func<bool> isHalted)
    {
        _isHalted = isHalted;
        _reader = reader;
        _view = new LogView(reader);
        _status = status;
        _take = Take;
    }

    public ulong Size => _isHalted() ? 0 : _status.Size;

    public ulong Oldest => Math.Min(_reader.Extent.Oldest, Size);

    public int Read(ulong first, ulong end, int room, IBufferWriter<byte> bundle)
    {
        (_bundle, _room) = (bundle, room);
        var index = first;
        try
        {
            while (index < end && _room > 0)
                _view.ReadEntries(index++, 1, _take);
        }
        catch (Exception e) when (e is EntryEvictedException or LogDamagedException)
        {
            index--;
        }

        return (int)(index - first);
    }

    public void Dispose() => _reader.Dispose();

    private void Take(ulong index, ReadOnlySpan<byte> entry)
    {
        EntryBundle.Write(_bundle!, entry);
        _room -= sizeof(ushort) + entry.Length;
    }
}
