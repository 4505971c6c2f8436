using Edge.Gateway.Past;
using Edge.Gateway.Sampling;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Store.Tree;

namespace Edge.Gateway.Pipeline;

/// <summary>The entries that become durable together, and how long the first of them has waited.</summary>
internal sealed class OpenGroup(MerkleLog log, byte[] saltSecret) : IDisposable
{
    private readonly EntryStream _entries = new(log.View.Hasher, saltSecret);
    private readonly List<Landmarks.Run> _landmarks = [];

    /// <summary>Index of its first entry.</summary>
    public ulong First => _entries.First;

    /// <summary>Index the next entry gets.</summary>
    public ulong Next => _entries.Next;

    /// <summary>Monotonic ns of its first entry; null while it is empty.</summary>
    public ulong? Since { get; private set; }

    /// <summary>Readings in it.</summary>
    public int Readings { get; private set; }

    /// <summary>Begins behind what the log has.</summary>
    public void Begin()
    {
        _entries.Begin(log.Size);
        Since = null;
        Readings = 0;
    }

    /// <summary>Adds an entry; returns its leaf hash.</summary>
    public Hash32 Add(Entry entry, ulong monotonic)
    {
        Since ??= monotonic;
        return _entries.Add(entry);
    }

    /// <summary>Adds a reading without allocating.</summary>
    public void Add(ReadOnlySpan<byte> channel, ReadOnlySpan<byte> unit, in StampedSample stamped, in Hash32 context)
    {
        Since ??= stamped.Monotonic;
        Readings++;
        _entries.Add(channel, unit, stamped, context);
    }

    /// <summary>Later readings refer to these entries: they must be found again.</summary>
    public void Mark(ulong first, ulong end) => _landmarks.Add(new Landmarks.Run(first, (uint)(end - first)));

    /// <summary>
    /// Makes it durable, sealed if a checkpoint is to be signed. Landmarks come before the entries they point to: a landmark without its entries does no harm,
    /// entries without their landmark are not found. When the store refuses, the same call may be made again.
    /// </summary>
    /// <exception cref="Edge.Store.StoreException">It is not durable.</exception>
    public void Commit(CheckpointSigner? sign, SealedBlock block)
    {
        if (_landmarks.Count > 0)
            Landmarks.Note(log, _landmarks);
        _landmarks.Clear();
        if (log.Size != First || _entries.Batch.Count == 0)
            return;
        if (sign is null)
            log.Append(_entries.Batch);
        else
            log.Append(_entries.Batch, sign, block);
    }

    public void Dispose() => _entries.Dispose();
}
