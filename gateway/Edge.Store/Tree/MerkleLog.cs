using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Store.Tree;

/// <summary>
/// The log and its RFC 6962 tree over any <see cref="ILogStore"/>: the single writer appends groups here. Belongs to one thread at a time;
/// other threads and processes read through their own <see cref="LogView"/>.
/// </summary>
public sealed class MerkleLog : IDisposable
{
    private readonly ILogStore _store;
    private readonly TileBatch _tiles = new();
    private Hash32[] _leaves = [];
    private LogTail? _tail;
    private LogView _view;

    private MerkleLog(ILogStore store)
    {
        _store = store;
        _tail = Recover(out _view);
        if (NewestCheckpoint.Check(_view) is { } found)
            store.Damage.Add(found);
    }

    /// <summary>Opens the log of a store, which it then owns, and checks it against the newest signed checkpoint: what does not fit is <see cref="Damage"/>.</summary>
    /// <param name="hasher">The hash function of its tree, chosen at creation for good. If null: of an existing log its own, of a new one SHA-256.</param>
    /// <exception cref="StoreException">The store cannot be read, or its log was created with another hash function; the store is disposed.</exception>
    public static MerkleLog Open(ILogStore store, TreeHasher? hasher = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        try
        {
            if (hasher is not null && hasher != store.Hasher)
                throw new StoreException($"{store.Name}: this log was created with {store.Hasher}; it cannot go on with {hasher}. Name another folder for the new log.");
            return new MerkleLog(store);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Opens the log kept in a folder; makes it if it is not there.</summary>
    /// <inheritdoc cref="Open(ILogStore, TreeHasher)" path="/param"/>
    /// <inheritdoc cref="Open(ILogStore, TreeHasher)" path="/exception"/>
    public static MerkleLog Open(string folder, TreeHasher? hasher = null) => Open(LogFolder.Open(folder, hasher), hasher);

    /// <summary>Entries in the log; the next one gets this index.</summary>
    public ulong Size => Tail.Size;

    /// <summary>The root over all entries.</summary>
    public Hash32 Root => Tail.Root();

    /// <summary>Entries and proofs, for the writer's own thread.</summary>
    public LogView View
    {
        get
        {
            _ = Tail;
            return _view;
        }
    }

    private LogTail Tail => _tail ??= Recover(out _view);

    /// <summary>
    /// Appends a group and returns when it is durable. If this throws, the group was not appended as far as the store can tell; the log is read anew from the
    /// store before its next use, so compare <see cref="Size"/> before trying the same group again.
    /// </summary>
    /// <param name="entries">The group; may be empty if it is only to be sealed. Not kept: the caller clears and reuses it.</param>
    /// <param name="sign">Signs the checkpoint over the log with this group; null if the group is not sealed.</param>
    /// <param name="block">The city block a seal in this group refers to, if any.</param>
    /// <returns>The index of the group's first entry.</returns>
    /// <exception cref="StoreException">The store could not make it durable.</exception>
    public ulong Append(EntryBatch entries, CheckpointSigner? sign = null, in SealedBlock block = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var tail = Tail;
        var first = tail.Size;
        try
        {
            _tiles.Clear();
            if (_leaves.Length < entries.Count)
                _leaves = new Hash32[entries.Count];
            var leaves = _leaves.AsSpan(0, entries.Count);
            _view.Hasher.Leaves(entries.Bundle, leaves);
            tail.Append(leaves, _tiles);
            var note = sign is null ? default : sign(tail.Size, tail.Root());
            _store.Commit(new LogCommit
            {
                FirstIndex = first,
                Entries = entries,
                Tiles = _tiles,
                Peaks = tail.Peaks(),
                Checkpoint = note.Span,
                BlockHash = block.Hash,
                Block = block.Bytes.Span,
            });
            return first;
        }
        catch
        {
            _tail = null;
            throw;
        }
    }

    /// <inheritdoc cref="ILogStore.Damage"/>
    public DamageList Damage => _store.Damage;

    /// <inheritdoc cref="ILogStore.FirstCut"/>
    public ulong? FirstCut => _store.FirstCut;

    /// <summary>Keeps a verified receipt for the checkpoint of a size.</summary>
    public void PutReceipt(ulong size, ReadOnlySpan<byte> receipt) => _store.PutReceipt(size, receipt);

    /// <summary>Keeps a small value under a key, durably.</summary>
    public void PutState(string key, ReadOnlySpan<byte> value) => _store.PutState(key, value);

    /// <summary>Removes entries below an index, a part of the log at a time (<see cref="FirstCut"/>); their hashes stay, so proofs over them still work.</summary>
    /// <param name="belowIndex">The caller guarantees that everything below is anchored, or that its loss is recorded.</param>
    public void Evict(ulong belowIndex) => _store.Evict(belowIndex);

    /// <inheritdoc cref="ILogStore.DamageIsLogged"/>
    public void DamageIsLogged(int count) => _store.DamageIsLogged(count);

    /// <inheritdoc cref="ILogStore.Patrol"/>
    public void Patrol() => _store.Patrol();

    /// <inheritdoc/>
    public void Dispose() => _store.Dispose();

    // The same at every start and after every failed commit: what is in the store is the log.
    private LogTail Recover(out LogView view)
    {
        view = new LogView(_store);
        return new LogTail(_store.Hasher, _store.Extent.Size, _store.Peaks);
    }
}
