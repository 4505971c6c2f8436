using System.Text;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tree;

namespace Edge.Store.Tests;

/// <summary>A log whose every entry is known from its index.</summary>
internal static class SampleLog
{
    public static readonly NoteSigner Key = new("city.example/water-gw-0001", KeyType.Ed25519, new byte[32]);

    public static byte[] Entry(ulong index) => Encoding.ASCII.GetBytes($"{index}:{new string('.', (int)(index % 40))}");

    /// <summary>A segment for each frame.</summary>
    public static readonly SegmentOptions SmallParts = new() { Bytes = 1, Ahead = 512 };

    /// <summary>For a writer who logs at once what was found damaged.</summary>
    public static MerkleLog Open(string path, SegmentOptions? options = null, VerifierKey? signer = null)
    {
        var log = MerkleLog.Open(LogFolder.Open(path, options: options, signer: signer));
        log.DamageIsLogged(log.Damage.Count);
        return log;
    }

    /// <summary>What entries add to the tree, and its peaks with them.</summary>
    public static (TileBatch Tiles, Hash32[] Peaks) Growth(ulong first, int count)
    {
        var range = new CompactRange(TreeHasher.Sha256);
        for (ulong index = 0; index < first; index++)
            range.Append(TreeHasher.Sha256.Leaf(Entry(index)));
        var tiles = new TileBatch();
        range.Append(Enumerable.Range(0, count).Select(i => TreeHasher.Sha256.Leaf(Entry(first + (ulong)i))).ToArray(), (level, place, nodes) =>
        {
            if (level % TileBatch.Height == 0)
                tiles.Add(level / TileBatch.Height, place, nodes);
        });
        var peaks = new Hash32[CompactRange.MaxLevels];
        return (tiles, peaks[..range.CopyPeaks(peaks)]);
    }

    public static ReadOnlyMemory<byte> Sign(ulong size, Hash32 root) => new Checkpoint(Key.Name, size, root).Sign(Key).ToBytes();

    public static EntryBatch Batch(ulong first, int count)
    {
        var batch = new EntryBatch();
        for (var i = 0; i < count; i++)
            batch.Add(Entry(first + (ulong)i));
        return batch;
    }

    public static void Append(MerkleLog log, int count, bool seal = false) =>
        log.Append(Batch(log.Size, count), seal ? Sign : null);

    /// <summary>Appends groups until the log has a size.</summary>
    public static void Grow(MerkleLog log, ulong size, int group = 1000)
    {
        while (log.Size < size)
            Append(log, (int)Math.Min((ulong)group, size - log.Size));
    }

    /// <summary>Makes or goes on with a log in groups, every fifth of ten entries sealed, with a value under "key".</summary>
    public static void GrowSealed(string path, SegmentOptions options, ulong size, int group = 10)
    {
        using var log = Open(path, options);
        while (log.Size < size)
        {
            Append(log, group, seal: log.Size % 50 == 40 && group == 10);
            if (log.Size == 50)
                log.PutState("key", "value"u8);
        }
    }
}
