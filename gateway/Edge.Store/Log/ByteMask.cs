using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Edge.Store.Log;

/// <summary>Some bytes of an entry: one bit for each.</summary>
internal struct ByteMask
{
    /// <summary>The shortest entry a mask is made for.</summary>
    public const int MinBytes = WordBits;

    /// <summary>The longest; no reading is longer.</summary>
    public const int MaxBytes = 320;

    private const int WordBits = 64;
    private const int Piece = 16;

    private Words _words;
    private readonly int _used;

    /// <summary>Marks the bytes in which two entries of one length differ.</summary>
    public ByteMask(ReadOnlySpan<byte> entry, ReadOnlySpan<byte> like)
    {
        _used = (entry.Length + WordBits - 1) / WordBits;
        for (var word = 0; word < _used - 1; word++)
            _words[word] = Differing(entry.Slice(word * WordBits, WordBits), like.Slice(word * WordBits, WordBits));
        // The last word looks at the last 64 bytes, those of the word before included, and drops what it knows of these.
        _words[_used - 1] = Differing(entry[^WordBits..], like[^WordBits..]) >> ((WordBits * _used) - entry.Length);
    }

    /// <summary>Reads a mask.</summary>
    /// <param name="stored">Begins with it.</param>
    /// <param name="bytes">Length of the entry.</param>
    public ByteMask(ReadOnlySpan<byte> stored, int bytes)
    {
        _used = (bytes + WordBits - 1) / WordBits;
        stored[..Length(bytes)].CopyTo(MemoryMarshal.AsBytes((Span<ulong>)_words));
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(_words, _words);
    }

    /// <summary>Bytes that are marked.</summary>
    public readonly int Count
    {
        get
        {
            var count = 0;
            for (var word = 0; word < _used; word++)
                count += BitOperations.PopCount(_words[word]);
            return count;
        }
    }

    /// <summary>Whether entries of a length are compared at all.</summary>
    public static bool Fits(int bytes) => bytes is >= MinBytes and <= MaxBytes;

    /// <summary>Bytes that the mask of an entry takes.</summary>
    public static int Length(int bytes) => (bytes + 7) / 8;

    public readonly void Write(Span<byte> destination)
    {
        Span<byte> all = stackalloc byte[MaxBytes / 8];
        for (var word = 0; word < _used; word++)
            BinaryPrimitives.WriteUInt64LittleEndian(all[(word * sizeof(ulong))..], _words[word]);
        all[..destination.Length].CopyTo(destination);
    }

    /// <summary>Whether it marks no byte beyond a length.</summary>
    public readonly bool IsWithin(int bytes) => bytes % WordBits == 0 || _words[_used - 1] >> (bytes % WordBits) == 0;

    /// <summary>Whether it marks all that another marks.</summary>
    public readonly bool Covers(in ByteMask other)
    {
        var missing = 0UL;
        for (var word = 0; word < other._used; word++)
            missing |= other._words[word] & ~_words[word];
        return missing == 0;
    }

    /// <summary>What either marks.</summary>
    public readonly ByteMask Or(in ByteMask other)
    {
        var both = this;
        for (var word = 0; word < _used; word++)
            both._words[word] |= other._words[word];
        return both;
    }

    /// <summary>Puts the marked bytes of an entry side by side.</summary>
    /// <param name="into">What lies behind the result may be overwritten too.</param>
    /// <returns>How many there are.</returns>
    public readonly int Gather(ReadOnlySpan<byte> entry, Span<byte> into)
    {
        var written = 0;
        for (var word = 0; word < _used; word++)
        {
            for (var left = _words[word]; left != 0;)
            {
                var (start, length) = TakeRun(ref left);
                start += word * WordBits;
                // Most runs are short: a vector of 16 bytes is sooner copied than as many bytes as there are.
                if (length <= Piece && entry.Length - start >= Piece && into.Length - written >= Piece)
                    Vector128.LoadUnsafe(in entry[start]).StoreUnsafe(ref into[written]);
                else
                    entry.Slice(start, length).CopyTo(into[written..]);
                written += length;
            }
        }

        return written;
    }

    /// <summary>The reverse: replaces the marked bytes of an entry.</summary>
    /// <param name="from">Begins with them.</param>
    public readonly void Scatter(ReadOnlySpan<byte> from, Span<byte> entry)
    {
        for (var word = 0; word < _used; word++)
        {
            for (var left = _words[word]; left != 0;)
            {
                var (start, length) = TakeRun(ref left);
                from[..length].CopyTo(entry[((word * WordBits) + start)..]);
                from = from[length..];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int Start, int Length) TakeRun(ref ulong left)
    {
        var start = BitOperations.TrailingZeroCount(left);
        var filled = left | ((1UL << start) - 1);
        left = filled & (filled + 1);
        return (start, BitOperations.TrailingZeroCount(~filled) - start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Differing(ReadOnlySpan<byte> entry, ReadOnlySpan<byte> like)
    {
        var low = Vector256.Equals(Vector256.Create(entry), Vector256.Create(like)).ExtractMostSignificantBits();
        var high = Vector256.Equals(Vector256.Create(entry[32..]), Vector256.Create(like[32..])).ExtractMostSignificantBits();
        return ~(low | (ulong)high << 32);
    }

    [InlineArray(MaxBytes / WordBits)]
    private struct Words
    {
        private ulong _first;
    }
}
