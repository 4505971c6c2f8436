using System.Security.Cryptography;
using Edge.Ledger.Merkle;

namespace Edge.Store.Tests;

/// <summary>RFC 6962 section 2.1 word by word, over the entries of <see cref="SampleLog"/>; slow and obviously right.</summary>
internal sealed class NaiveTree
{
    private readonly Dictionary<(ulong, ulong), byte[]> _known = [];

    public Hash32 Root(ulong size) => new(size == 0 ? SHA256.HashData([]) : Hash(0, size));

    public Hash32[] Inclusion(ulong index, ulong size) => [.. Path(index, 0, size).Select(hash => new Hash32(hash))];

    public Hash32[] Consistency(ulong oldSize, ulong size) =>
        oldSize == 0 || oldSize == size ? [] : [.. SubProof(oldSize, 0, size, true).Select(hash => new Hash32(hash))];

    private byte[] Hash(ulong begin, ulong end)
    {
        if (_known.TryGetValue((begin, end), out var hash))
            return hash;
        if (end - begin == 1)
            return _known[(begin, end)] = SHA256.HashData([0, .. SampleLog.Entry(begin)]);
        var middle = begin + Split(end - begin);
        return _known[(begin, end)] = SHA256.HashData([1, .. Hash(begin, middle), .. Hash(middle, end)]);
    }

    private IEnumerable<byte[]> Path(ulong index, ulong begin, ulong end)
    {
        if (end - begin == 1)
            return [];
        var middle = begin + Split(end - begin);
        return index < middle
            ? Path(index, begin, middle).Append(Hash(middle, end))
            : Path(index, middle, end).Append(Hash(begin, middle));
    }

    private IEnumerable<byte[]> SubProof(ulong oldEnd, ulong begin, ulong end, bool whole)
    {
        if (oldEnd == end)
            return whole ? [] : [Hash(begin, end)];
        var middle = begin + Split(end - begin);
        return oldEnd <= middle
            ? SubProof(oldEnd, begin, middle, whole).Append(Hash(middle, end))
            : SubProof(oldEnd, middle, end, false).Append(Hash(begin, middle));
    }

    private static ulong Split(ulong count)
    {
        ulong k = 1;
        while (k * 2 < count)
            k *= 2;
        return k;
    }
}
