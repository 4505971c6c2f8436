using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Edge.Store.Log;

/// <summary>
/// A group of entries in one growing buffer that is reused. Its bytes are an entry bundle of c2sp.org/tlog-tiles: each entry after its length (u16, big endian),
/// so what is stored is what was encoded, without a copy. Write an entry through <see cref="IBufferWriter{T}"/>, then call <see cref="EndEntry"/>.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "It is a batch, in the field's words.")]
public sealed class EntryBatch : IBufferWriter<byte>
{
    /// <summary>The longest entry, in bytes.</summary>
    public const int MaxEntryLength = ushort.MaxValue;

    private const int Prefix = sizeof(ushort);

    private byte[] _bytes = new byte[4096];
    private int[] _ends = new int[64];
    private int _written = Prefix;

    /// <summary>Entries ended so far.</summary>
    public int Count { get; private set; }

    /// <summary>The entries ended so far, as a bundle.</summary>
    public ReadOnlySpan<byte> Bundle => _bytes.AsSpan(0, End);

    /// <summary>Some neighbouring entries, as a bundle.</summary>
    public ReadOnlySpan<byte> Part(int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)first + (uint)count, (uint)Count);
        var start = StartOf(first);
        return _bytes.AsSpan(start, StartOf(first + count) - start);
    }

    /// <summary>The bytes of an entry, without its length.</summary>
    public ReadOnlySpan<byte> this[int entry]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)entry, (uint)Count);
            var start = StartOf(entry);
            return _bytes.AsSpan(start + Prefix, _ends[entry] - start - Prefix);
        }
    }

    private int End => StartOf(Count);

    /// <summary>Appends a whole entry.</summary>
    /// <exception cref="ArgumentException">It is longer than <see cref="MaxEntryLength"/>.</exception>
    public void Add(ReadOnlySpan<byte> entry)
    {
        entry.CopyTo(GetSpan(entry.Length));
        Advance(entry.Length);
        EndEntry();
    }

    /// <summary>Ends the entry whose bytes were written since the last end.</summary>
    /// <exception cref="ArgumentException">It is longer than <see cref="MaxEntryLength"/>; it is discarded.</exception>
    public void EndEntry()
    {
        var start = End;
        var length = _written - start - Prefix;
        if (length > MaxEntryLength)
        {
            _written = start + Prefix;
            throw new ArgumentException($"An entry has at most {MaxEntryLength} bytes, not {length}.");
        }
        Reserve(0);
        BinaryPrimitives.WriteUInt16BigEndian(_bytes.AsSpan(start), (ushort)length);
        if (_ends.Length == Count)
            Array.Resize(ref _ends, Count * 2);
        _ends[Count++] = _written;
        _written += Prefix;
    }

    /// <summary>Empties the batch, keeping its memory.</summary>
    public void Clear()
    {
        Count = 0;
        _written = Prefix;
    }

    /// <summary>Replaces the content by a stored bundle.</summary>
    /// <returns>False, leaving the batch empty, unless the bytes are exactly <paramref name="count"/> entries.</returns>
    public bool TryLoad(ReadOnlySpan<byte> bundle, int count)
    {
        Clear();
        if ((uint)count > (uint)bundle.Length / Prefix)
            return false;
        if (_bytes.Length < bundle.Length)
            _bytes = new byte[bundle.Length];
        bundle.CopyTo(_bytes);
        if (_ends.Length < count)
            _ends = new int[count];
        var position = 0;
        for (var entry = 0; entry < count; entry++)
        {
            if (bundle.Length - position < Prefix)
                return false;
            position += Prefix + BinaryPrimitives.ReadUInt16BigEndian(bundle[position..]);
            if (position > bundle.Length)
                return false;
            _ends[entry] = position;
        }
        if (position != bundle.Length)
            return false;
        Count = count;
        _written = position + Prefix;
        return true;
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - _written);
        _written += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(_written);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(_written);
    }

    private int StartOf(int entry) => entry == 0 ? 0 : _ends[entry - 1];

    private void Reserve(int size)
    {
        if (_bytes.Length - _written < size)
            Array.Resize(ref _bytes, Math.Max(_written + size, _bytes.Length * 2));
    }
}
