using Microsoft.Win32.SafeHandles;

namespace Edge.Vm.Disks;

/// <summary>
/// A disk over a file, with a volatile write cache. What was written is read back at once; it is on the medium only after <see cref="Flush"/>. When the power is
/// cut, what was not flushed is kept, lost or torn, and in another order than it was written. One thread at a time.
/// </summary>
/// <remarks>A sector is written whole or not at all, as disks promise. A cache that fills up by itself is not modelled: it holds whatever was not flushed.</remarks>
public sealed class VolatileDisk(string medium) : IDisposable
{
    /// <summary>What is written whole, in bytes.</summary>
    public const int Sector = 512;

    private readonly SafeFileHandle _medium = File.OpenHandle(medium, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
    private readonly List<(long Offset, byte[] Bytes)> _pending = [];
    private readonly Dictionary<long, ReadOnlyMemory<byte>> _newest = [];

    /// <summary>Bytes of the disk.</summary>
    public long Length => RandomAccess.GetLength(_medium) / Sector * Sector;

    /// <summary>Flushes so far.</summary>
    public int Flushes { get; private set; }

    /// <summary>Whether a request lies on the disk and begins and ends with sectors.</summary>
    public bool Holds(long offset, long count) => offset % Sector == 0 && count % Sector == 0 && offset >= 0 && count >= 0 && count <= Length - offset;

    /// <summary>Reads what was written last, flushed or not.</summary>
    public void Read(long offset, Span<byte> into)
    {
        Require(offset, into.Length);
        for (var read = 0; read < into.Length;)
            read += RandomAccess.Read(_medium, into[read..], offset + read) is > 0 and var more ? more : throw new EndOfStreamException(medium);
        for (var at = 0; at < into.Length; at += Sector)
        {
            if (_newest.TryGetValue((offset + at) / Sector, out var sector))
                sector.Span.CopyTo(into[at..]);
        }
    }

    /// <summary>Takes sectors into the cache.</summary>
    public void Write(long offset, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        Require(offset, bytes.Length);
        _pending.Add((offset, bytes));
        for (var at = 0; at < bytes.Length; at += Sector)
            _newest[(offset + at) / Sector] = bytes.AsMemory(at, Sector);
    }

    /// <summary>Brings everything that was written to the medium.</summary>
    public void Flush()
    {
        foreach (var (offset, bytes) in _pending)
            RandomAccess.Write(_medium, bytes, offset);
        Forget();
        Flushes++;
    }

    /// <summary>The power is cut: of every write that was not flushed, chance decides.</summary>
    public CutSum Cut(Random chance)
    {
        ArgumentNullException.ThrowIfNull(chance);
        var writes = _pending.ToArray();
        chance.Shuffle(writes);
        var share = chance.Next(4) / 4.0;   // of writes that are kept; 0: the cache is lost as a whole
        var sum = new CutSum(0, 0, 0);
        foreach (var (offset, bytes) in writes)
            sum = Fall(chance, share, offset, bytes, sum);
        Forget();
        return sum;
    }

    public void Dispose() => _medium.Dispose();

    private CutSum Fall(Random chance, double share, long offset, byte[] bytes, CutSum sum)
    {
        if (share == 0 || bytes.Length == 0)
            return sum with { Lost = sum.Lost + 1 };
        if (chance.NextDouble() < share)
        {
            RandomAccess.Write(_medium, bytes, offset);
            return sum with { Kept = sum.Kept + 1 };
        }
        if (bytes.Length == Sector || chance.Next(2) == 0)
            return sum with { Lost = sum.Lost + 1 };
        for (var at = 0; at < bytes.Length; at += Sector)
        {
            if (chance.Next(2) == 0)
                RandomAccess.Write(_medium, bytes.AsSpan(at, Sector), offset + at);
        }
        return sum with { Torn = sum.Torn + 1 };
    }

    private void Forget()
    {
        _pending.Clear();
        _newest.Clear();
    }

    private void Require(long offset, long count)
    {
        if (!Holds(offset, count))
            throw new ArgumentOutOfRangeException(nameof(offset), $"{count} bytes at {offset} are not sectors of this disk.");
    }
}
