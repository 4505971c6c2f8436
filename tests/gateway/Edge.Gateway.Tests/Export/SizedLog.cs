using Edge.Ledger.Notes;
using Edge.Store.Log;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Gateway.Tests.Export;

/// <summary>A stored and signed log of numbered entries.</summary>
internal sealed class SizedLog : IDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private readonly NoteSigner _signer;
    private readonly EntryBatch _batch = new();
    private readonly string _mark;

    public SizedLog(ulong size, string origin = "city.example/gw-1", string mark = "")
    {
        _mark = mark;
        _signer = new NoteSigner(origin, KeyType.Ed25519, [.. Enumerable.Repeat((byte)7, 32)]);
        Log = MerkleLog.Open(File);
        Grow(size);
    }

    public string File => _folder.File("edge.db");

    public MerkleLog Log { get; }

    /// <summary>Appends in one group, and signs.</summary>
    public void Grow(ulong count)
    {
        _batch.Clear();
        for (var index = Log.Size; index < Log.Size + count; index++)
            _batch.Add(System.Text.Encoding.ASCII.GetBytes($"{_mark}{index}"));
        Log.Append(_batch, (size, root) => new Checkpoint(_signer.Name, size, root).Sign(_signer).ToBytes());
    }

    public void Dispose()
    {
        Log.Dispose();
        _signer.Dispose();
        _folder.Dispose();
    }
}
