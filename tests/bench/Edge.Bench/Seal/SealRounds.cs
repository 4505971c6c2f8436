using System.Security.Cryptography;
using Edge.Bench.Reports;
using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Bench.Seal;

/// <summary>The three ways in turn: side by side, one call per leaf and node, one stream.</summary>
internal sealed class SealRounds
{
    public const int Repeats = 41;
    public const int EntryLength = 110;
    public const int Leaves = Seals * SealLength;

    /// <summary>As many entries as the gateway seals at once under load.</summary>
    private const int SealLength = 4096;
    private const int Seals = 8;
    private const int WarmUps = 5;

    // 00 || entry takes two blocks, and so does 01 || left || right, of which there is one less than there are leaves.
    private const long Blocks = (2L * Leaves) + (2L * (Leaves - 1));

    private readonly List<EntryBatch> _seals = [];
    private readonly Hash32[] _hashes = new Hash32[SealLength];
    private readonly Hash32[] _tree = new Hash32[Leaves];
    private readonly byte[] _message = new byte[1 + EntryLength];
    private readonly byte[] _stream = new byte[64 * 1024];

    public SealRounds()
    {
        var random = new Random(1);
        var entry = new byte[EntryLength];
        for (var i = 0; i < Leaves; i++)
        {
            if (i % SealLength == 0)
                _seals.Add(new EntryBatch());
            random.NextBytes(entry);
            _seals[^1].Add(entry);
        }
    }

    /// <exception cref="BenchException">The roots differ.</exception>
    public SealResult Measure()
    {
        List<(double Seal, double Calls, double Stream)> rounds = [];
        for (var i = -WarmUps; i < Repeats; i++)
        {
            var (seal, root) = Timed(() => Seal(new CompactRange(TreeHasher.Sha256)));
            var (calls, expected) = Timed(CallByCall);
            var (stream, _) = Timed(OneStream);
            if (root != expected)
                throw new BenchException("The roots differ.");
            if (i >= 0)
                rounds.Add((seal, calls, stream));
        }

        return new SealResult(
            TreeHasher.Sha256.Lanes,
            Median.Of(rounds.Select(r => Leaves / r.Seal)),
            Median.Of(rounds.Select(r => r.Calls / r.Seal)),
            Median.Of(rounds.Select(r => r.Stream / r.Seal)),
            (double)AllocatedBySealing() / Leaves);
    }

    // As a gateway seals: on and on, in the memory the first seals took.
    private long AllocatedBySealing()
    {
        var range = new CompactRange(TreeHasher.Sha256);
        Seal(range);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Seal(range);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private Hash32 Seal(CompactRange range)
    {
        foreach (var seal in _seals)
        {
            TreeHasher.Sha256.Leaves(seal.Bundle, _hashes);
            range.Append(_hashes);
        }

        return range.Root();
    }

    private Hash32 CallByCall()
    {
        Span<byte> digest = stackalloc byte[Hash32.Size];
        Span<byte> node = stackalloc byte[1 + (2 * Hash32.Size)];
        node[0] = 1;
        for (var i = 0; i < Leaves; i++)
        {
            _seals[i / SealLength][i % SealLength].CopyTo(_message.AsSpan(1));
            SHA256.HashData(_message, digest);
            _tree[i] = new Hash32(digest);
        }

        for (var count = Leaves / 2; count > 0; count /= 2)
        {
            for (var i = 0; i < count; i++)
            {
                _tree[2 * i].Bytes.CopyTo(node[1..]);
                _tree[(2 * i) + 1].Bytes.CopyTo(node[33..]);
                SHA256.HashData(node, digest);
                _tree[i] = new Hash32(digest);
            }
        }

        return _tree[0];
    }

    private Hash32 OneStream()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var left = Blocks * 64; left > 0; left -= _stream.Length)
            hash.AppendData(_stream, 0, (int)Math.Min(left, _stream.Length));
        return new Hash32(hash.GetHashAndReset());
    }

    // Processor time: others on the machine take nothing from it.
    private static (double Seconds, Hash32 Root) Timed(Func<Hash32> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        var root = work();
        return ((Environment.CpuUsage.TotalTime - before).TotalSeconds, root);
    }
}
