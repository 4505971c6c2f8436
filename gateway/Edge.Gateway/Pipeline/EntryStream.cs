using Edge.Gateway.Sampling;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Gateway.Pipeline;

/// <summary>Entries about to be committed: each gets its place in the log and the salt for that place.</summary>
internal sealed class EntryStream(TreeHasher hasher, byte[] saltSecret) : IDisposable
{
    private readonly SaltsAhead _salts = new(saltSecret);

    /// <summary>Index of the first entry in <see cref="Batch"/>.</summary>
    public ulong First { get; private set; }

    public EntryBatch Batch { get; } = new();

    /// <summary>Index the next entry gets.</summary>
    public ulong Next => First + (ulong)Batch.Count;

    /// <summary>Empties the batch; the next entry is at <paramref name="first"/>.</summary>
    public void Begin(ulong first)
    {
        Batch.Clear();
        First = first;
    }

    /// <summary>Adds an entry; returns its leaf hash.</summary>
    public Hash32 Add(Entry entry)
    {
        Batch.Add(entry.Encode(_salts.Of(Next)));
        return hasher.Leaf(Batch[Batch.Count - 1]);
    }

    /// <summary>Adds a reading without allocating.</summary>
    public void Add(ReadOnlySpan<byte> channel, ReadOnlySpan<byte> unit, in StampedSample stamped, in Hash32 context)
    {
        var sample = stamped.Sample;
        var length = ReadingEncoder.Write(
            Batch.GetSpan(ReadingEncoder.MaxSize), _salts.Of(Next), channel, unit, sample.Value, sample.Raw, sample.Quality, sample.Reason, stamped.Monotonic, stamped.Wall, context);
        Batch.Advance(length);
        Batch.EndEntry();
    }

    public void Dispose() => _salts.Dispose();
}
