using Edge.Ledger.Notes;
using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Gateway.Tests.Export;

/// <summary>A stored and signed log of numbered entries.</summary>
internal sealed class SizedLog : IDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private readonly EntryBatch _batch = new();
    private readonly string _mark;

    public SizedLog(ulong size, string origin = "city.example/gw-1", string mark = "", KeyType keyType = KeyType.Ed25519)
    {
        _mark = mark;
        Signer = new NoteSigner(origin, keyType, [.. Enumerable.Repeat((byte)7, 32)]);
        Log = MerkleLog.Open(LogFolder.Open(Folder, options: new SegmentOptions { Bytes = 1, Ahead = 512 }));
        Grow(size);
    }

    public string Folder => _folder.File("edge-log");

    public NoteSigner Signer { get; }

    public MerkleLog Log { get; }

    /// <summary>Appends in one group, and signs.</summary>
    public void Grow(ulong count)
    {
        _batch.Clear();
        for (var index = Log.Size; index < Log.Size + count; index++)
            _batch.Add(System.Text.Encoding.ASCII.GetBytes($"{_mark}{index}"));
        Log.Append(_batch, (size, root) => new Checkpoint(Signer.Name, size, root).Sign(Signer).ToBytes());
    }

    public void Dispose()
    {
        Log.Dispose();
        Signer.Dispose();
        _folder.Dispose();
    }
}
