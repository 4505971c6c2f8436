using System.Globalization;
using System.Numerics;
using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Store.Tree;

/// <summary>The hashes of a tile, from the left. For those that are lost stand nodes above them that are stated elsewhere, so that with the rest of the tile everything else can be proved.</summary>
/// <param name="level">Its level.</param>
/// <param name="index">Its position there.</param>
/// <param name="hashes">Its own; at most 256.</param>
internal sealed class LoggedTile(TreeHasher hasher, int level, ulong index, Memory<Hash32> hashes)
{
    private readonly List<(int Row, int Index, Hash32 Hash)> _stated = [];

    public int Level => level;

    /// <summary>The position of its first hash in its level.</summary>
    public ulong First => index * TileBatch.Width;

    public Span<Hash32> Hashes => hashes.Span;

    /// <summary>Its hashes that are lost, as spans of them, from left to right.</summary>
    public IReadOnlyList<(int First, int Count)> Lost
    {
        get
        {
            List<(int First, int Count)> spans = [];
            foreach (var (first, count) in _stated.Select(s => (s.Index << s.Row, 1 << s.Row)))
            {
                if (spans is [.., var before] && before.First + before.Count == first)
                    spans[^1] = before with { Count = before.Count + count };
                else
                    spans.Add((first, count));
            }

            return spans;
        }
    }

    /// <summary>A node within the tile: its hashes are row 0, its root row 8.</summary>
    /// <exception cref="LogDamagedException">It is lost.</exception>
    public Hash32 Node(int row, int at)
    {
        var isAbove = false;
        foreach (var stated in _stated)
        {
            if (stated.Row == row && stated.Index == at)
                return stated.Hash;
            if (stated.Row > row && at >> (stated.Row - row) == stated.Index)
                throw new LogDamagedException(string.Create(CultureInfo.InvariantCulture, $"hash {First + (ulong)(at << row)} of level {level} is lost; nothing can be proved with it."), Entry(at << row));
            isAbove |= stated.Row < row && stated.Index >> (row - stated.Row) == at;
        }

        return isAbove ? hasher.Node(Node(row - 1, 2 * at), Node(row - 1, (2 * at) + 1)) : Fold(row, at);
    }

    /// <summary>The first entry below one of its hashes.</summary>
    public ulong Entry(int position) => (First + (ulong)position) << (TileBatch.Height * level);

    /// <summary>Takes peaks of a tree that ends in this tile for the hashes below them.</summary>
    public void RelyOn(in SizedPeaks stated)
    {
        _stated.Clear();
        for (var row = TileBatch.Height - 1; row >= 0; row--)
        {
            var (node, bit) = (stated.Size >> ((TileBatch.Height * level) + row), (TileBatch.Height * level) + row);
            if ((node & 1) != 0 && ((node - 1) << row) / TileBatch.Width == index)
                _stated.Add((row, (int)((node - 1) % (ulong)(TileBatch.Width >> row)), stated.Peaks[^(BitOperations.PopCount(stated.Size & ((1UL << bit) - 1)) + 1)]));
        }
    }

    /// <summary>Keeps of what it relies on only that below which hashes do not fit.</summary>
    /// <param name="mend">Tries to make some of its hashes fit: the first one's place in the tile, how many, and the node above them.</param>
    public void Settle(Func<int, int, Hash32, bool> mend) => _stated.RemoveAll(s => Fold(s.Row, s.Index) == s.Hash || mend(s.Index << s.Row, 1 << s.Row, s.Hash));

    private Hash32 Fold(int row, int at)
    {
        if (row == 0)
            return Hashes[at];
        Span<Hash32> nodes = stackalloc Hash32[1 << row];
        Hashes.Slice(at << row, nodes.Length).CopyTo(nodes);
        return hasher.Fold(nodes);
    }
}
