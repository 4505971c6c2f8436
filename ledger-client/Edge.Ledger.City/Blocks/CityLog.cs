using Edge.Ledger.Merkle;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Notes;
using Edge.Store;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Ledger.City.Blocks;

/// <summary>
/// The city's log of blocks on disk. Two steps per block, each durable before the next: <see cref="Append"/> leaves and signed checkpoint,
/// <see cref="Finish"/> the checkpoint as a quorum cosigned it. A crash between them leaves a <see cref="Pending"/> block, which is gone on with:
/// there are never two checkpoints of one size. Thread-safe.
/// </summary>
public sealed class CityLog : ICheckpointHistory, IDisposable
{
    private readonly Lock _lock = new();
    private readonly NoteSigner _key;
    private readonly TimeProvider _clock;
    private readonly MerkleLog _log;
    private readonly OrderedAnchors _index;
    private readonly EntryBatch _batch = new();
    private readonly Dictionary<string, OrderedAnchor> _pendingAnchors = [];
    private BlockHeader? _header;
    private SignedNote? _finished;

    private CityLog(NoteSigner key, TimeProvider clock, MerkleLog log, OrderedAnchors index)
    {
        _key = key;
        _clock = clock;
        _log = log;
        _index = index;
        Recover();
    }

    /// <summary>The newest signed checkpoint, cosigned or not.</summary>
    public SignedNote? Newest { get; private set; }

    /// <summary>The block that waits for its quorum; null if there is none.</summary>
    public PendingBlock? Pending { get; private set; }

    private LogView View => _log.View;

    /// <summary>Opens the log in a folder; makes it if it is not there.</summary>
    /// <param name="folder">Belongs to this log alone.</param>
    /// <param name="key">The city log's key; its name is the city's domain.</param>
    /// <param name="clock">The time in headers.</param>
    /// <exception cref="StoreException">The folder cannot be used, or holds another log.</exception>
    public static CityLog Open(string folder, NoteSigner key, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(key);
        Directory.CreateDirectory(folder);
        var log = MerkleLog.Open(Path.Combine(folder, "city.log"));
        try
        {
            return new CityLog(key, clock, log, new OrderedAnchors(Path.Combine(folder, "city.index")));
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Hash32 RootAt(ulong size)
    {
        lock (_lock) return View.Root(size);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Hash32> Consistency(ulong oldSize, ulong size)
    {
        lock (_lock) return View.Consistency(oldSize, size);
    }

    /// <summary>Appends a block. Durable when it returns.</summary>
    /// <param name="anchors">Cosigned checkpoint notes, newer than what is ordered of each gateway.</param>
    /// <exception cref="InvalidOperationException">The block before has no quorum yet.</exception>
    /// <exception cref="StoreException">It could not be stored; nothing was signed that could be published.</exception>
    public PendingBlock Append(IReadOnlyList<SignedNote> anchors)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        lock (_lock)
        {
            if (Pending is not null) throw new InvalidOperationException("The block before this one has no quorum yet.");
            var header = new BlockHeader(
                _header is null ? 0 : _header.Height + 1,
                (ulong)_clock.GetUtcNow().ToUnixTimeSeconds(),
                _finished is null ? default : CityProof.HashOf(_finished));
            _batch.Clear();
            foreach (var anchor in anchors) _batch.Add(Leaf(anchor));
            _batch.Add(header.ToBytes());
            SignedNote? note = null;
            var first = _log.Append(_batch, (size, root) => (note = new Checkpoint(_key.Name, size, root).Sign(_key)).ToBytes());
            _header = header;
            Newest = note;
            return Begin(new PendingBlock(header, first, note!));
        }
    }

    /// <summary>Keeps the pending block as a quorum cosigned it. Durable when it returns.</summary>
    /// <exception cref="InvalidOperationException">There is no pending block, or this is not it.</exception>
    /// <exception cref="StoreException">It could not be stored; the block is still pending.</exception>
    public FinishedBlock Finish(SignedNote cosigned)
    {
        ArgumentNullException.ThrowIfNull(cosigned);
        lock (_lock)
        {
            if (Pending is not { } pending || !cosigned.Text.Span.SequenceEqual(pending.Note.Text.Span)) throw new InvalidOperationException("Not the pending block.");
            _index.Put([.. _pendingAnchors.Values]);
            _log.PutReceipt(pending.Size, cosigned.ToBytes());
            Pending = null;
            _finished = cosigned;
            return Finished(pending.Header, pending.FirstLeaf, cosigned);
        }
    }

    /// <summary>The newest finished block, to publish it again after a restart; null before the first.</summary>
    public FinishedBlock? NewestFinished()
    {
        lock (_lock)
        {
            if (_finished is null) return null;
            var size = Checkpoint.Parse(_finished).Size;
            return Finished(BlockHeader.Parse(View.ReadEntry(size - 1)), FirstLeaf(size), _finished);
        }
    }

    /// <summary>Whether a gateway's checkpoint is ordered already, or a newer one is.</summary>
    public bool IsOrdered(Checkpoint anchor)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        lock (_lock)
            return Covers(_index.Find(anchor.Origin)) || (Pending is not null && Covers(_pendingAnchors.GetValueOrDefault(anchor.Origin)));
        bool Covers(OrderedAnchor? known) => known?.Size >= anchor.Size;
    }

    /// <summary>The receipt of a checkpoint that was ordered; the same each time. Null if it was not, or is not the gateway's newest.</summary>
    public TlogProof? FindReceipt(Checkpoint anchor)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        lock (_lock)
        {
            if (_index.Find(anchor.Origin) is not { } ordered || ordered.Size != anchor.Size || ordered.Root != anchor.Root) return null;
            if (View.Store.FindReceipt(ordered.BlockSize) is not { } final || final.Size != ordered.BlockSize) return null;
            return ReceiptOf(ordered.Leaf, SignedNote.Parse(final.Bytes));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _index.Dispose();
        _log.Dispose();
    }

    /// <summary>A leaf that can be read again and carried in a receipt: what cannot must never become durable.</summary>
    private static byte[] Leaf(SignedNote anchor)
    {
        var leaf = AnchorLeaf.Write(anchor);
        _ = Checkpoint.Parse(AnchorLeaf.Parse(leaf));
        return leaf.Length <= TlogProof.MaxExtra ? leaf : throw new MalformedException($"an anchor of {leaf.Length} bytes does not fit a receipt");
    }

    private void Recover()
    {
        if (View.Store.NewestCheckpoint() is not { } newest)
        {
            if (_log.Size != 0) throw new StoreException($"{View.Store.Name} holds {_log.Size} entries and no checkpoint: it is not a city log. Name another folder.");
            return;
        }
        Newest = SignedNote.Parse(newest.Bytes);
        var origin = Checkpoint.Parse(Newest).Origin;
        if (origin != _key.Name) throw new StoreException($"{View.Store.Name} is the log of {origin}, and the key is {_key.Name}'s. Name another folder or key.");
        _header = BlockHeader.Parse(View.ReadEntry(newest.Size - 1));
        if (_index.IsEmpty) RebuildIndex(newest.Size);
        if (View.Store.NewestReceipt() is { } final) _finished = SignedNote.Parse(final.Bytes);
        if (_finished is null || Checkpoint.Parse(_finished).Size != newest.Size) Begin(new PendingBlock(_header, FirstLeaf(newest.Size), Newest));
    }

    /// <summary>Reads every block again, for an index that was lost.</summary>
    private void RebuildIndex(ulong size)
    {
        var block = new List<OrderedAnchor>();
        View.ReadEntries(0, size, (leaf, bytes) =>
        {
            if (!bytes.StartsWith("edge-block/"u8))
            {
                var anchor = Checkpoint.Parse(AnchorLeaf.Parse(bytes));
                block.Add(new OrderedAnchor(anchor.Origin, anchor.Size, anchor.Root, leaf, 0));
                return;
            }
            _index.Put([.. block.Select(a => a with { BlockSize = leaf + 1 })]);
            block.Clear();
        });
    }

    // The leaf after the header of the block before.
    private ulong FirstLeaf(ulong size)
    {
        var leaf = size - 1;
        while (leaf > 0 && !View.ReadEntry(leaf - 1).AsSpan().StartsWith("edge-block/"u8)) leaf--;
        return leaf;
    }

    private PendingBlock Begin(PendingBlock block)
    {
        _pendingAnchors.Clear();
        for (var leaf = block.FirstLeaf; leaf < block.HeaderLeaf; leaf++)
        {
            var checkpoint = Checkpoint.Parse(AnchorLeaf.Parse(View.ReadEntry(leaf)));
            _pendingAnchors[checkpoint.Origin] = new OrderedAnchor(checkpoint.Origin, checkpoint.Size, checkpoint.Root, leaf, block.Size);
        }
        return Pending = block;
    }

    private FinishedBlock Finished(BlockHeader header, ulong firstLeaf, SignedNote cosigned)
    {
        var size = Checkpoint.Parse(cosigned).Size;
        var receipts = new List<(LogOrigin, TlogProof)>();
        for (var leaf = firstLeaf; leaf < size - 1; leaf++)
        {
            var receipt = ReceiptOf(leaf, cosigned);
            receipts.Add((LogOrigin.Parse(Checkpoint.Parse(AnchorLeaf.Parse(receipt.Extra!.Value.Span)).Origin), receipt));
        }
        return new FinishedBlock(header, CityBlock.Write(header, size, View.Inclusion(size - 1, size), cosigned), receipts);
    }

    private TlogProof ReceiptOf(ulong leaf, SignedNote block) =>
        Receipt.Write(View.ReadEntry(leaf), leaf, View.Inclusion(leaf, Checkpoint.Parse(block).Size), block);
}
