using System.Buffers.Binary;

namespace Edge.Fuzz.Mutations;

/// <summary>Changes that know CBOR: heads with wrong lengths, items exchanged, nested, dropped, and what lies inside strings. Not safe for concurrent use.</summary>
internal sealed class CborMutations
{
    private static readonly ulong[] Arguments =
    [
        0, 1, 2, 16, 23, 24, 31, 32, 64, 65, 255, 256, 65_535, 65_536, 1_000_000, 1_000_001, 1UL << 31, uint.MaxValue, 1UL << 32, long.MaxValue - 1, long.MaxValue, 1UL << 63, ulong.MaxValue,
    ];

    private static readonly byte[][] Items =
    [
        [0xF4], [0xF5], [0xF6], [0xF7], [0xE0], [0xF8, 0x20], [0xF8, 0x14], [0xFF], [0xF9, 0, 0], [0xF9, 0x80, 0], [0xF9, 0x7C, 0], [0xF9, 0x7E, 0], [0xF9, 0xFC, 0], [0xFA, 0x7F, 0x80, 0, 0],
        [0xFB, 0x3F, 0xF8, 0, 0, 0, 0, 0, 0], [0xFA, 0x3F, 0xC0, 0, 0], [0xFB, 0x41, 0xDA, 0xBF, 0x43, 0xFA, 0x50, 0, 1], [0xFB, 0x42, 0x4D, 0x7F, 0xC9, 0x22, 0x80, 0, 0], [0xFB, 0, 0, 0, 0, 0, 0, 0, 1],
        [0x80], [0xA0], [0x40], [0x60], [0x61, 0xFF], [0x62, 0xC3, 0xA9], [0x9F, 0xFF], [0x5F, 0x41, 0, 0xFF], [0xC1, 0], [0xD8, 0x12, 0x80], [0xA2, 0, 0, 0, 0], [0xA2, 1, 0, 0, 0], [0x20], [0x3B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
        [0x3B, 0x80, 0, 0, 0, 0, 0, 0, 0], [0x1B, 0x80, 0, 0, 0, 0, 0, 0, 0], [.. Enumerable.Repeat((byte)0x81, 15), 0], [.. Enumerable.Repeat((byte)0x81, 16), 0], [.. Enumerable.Repeat((byte)0x81, 5000), 0], [.. Enumerable.Repeat((byte)0xA1, 40)],
    ];

    private readonly List<CborHead> _heads = [];
    private readonly Mutant _inside = new();

    public CborMutations() =>
        All = [Argument, Argument, Widen, Major, Reserved, Substitute, Substitute, Borrow, Borrow, Repeat, Remove, Nest, Inside(ByteMutations.All), Inside(ByteMutations.All), Inside(TextMutations.All)];

    public IReadOnlyList<Mutation> All { get; }

    /// <summary>Changes the content of one string by another mutation, and its length with it.</summary>
    public Mutation Inside(IReadOnlyList<Mutation> inner) => (mutant, dice, others) =>
    {
        if (!TryPick(mutant, dice, out var head, h => h.Major(mutant.Bytes) is 2 or 3 && h.End(mutant.Bytes) > h.At + h.Size))
            return;
        var begin = head.At + head.Size;
        var end = head.End(mutant.Bytes);
        _inside.Set(mutant.Bytes[begin..end]);
        dice.Of(inner)(_inside, dice, others);
        Span<byte> buffer = stackalloc byte[9];
        var size = WriteHead(buffer, head.Major(mutant.Bytes), (ulong)_inside.Length);
        var before = mutant.Length;
        mutant.Replace(begin, end - begin, _inside.Bytes);
        mutant.Replace(head.At, head.Size, buffer[..size]);
        Enclose(mutant, dice, head, before);
    };

    private void Argument(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        if (!TryPick(mutant, dice, out var head))
            return;
        Span<byte> buffer = stackalloc byte[9];
        var argument = dice.OneIn(2) ? dice.Of(Arguments) : head.Argument + (ulong)dice.Next(3) - 1;
        Put(mutant, dice, head, head.At + head.Size, buffer[..WriteHead(buffer, head.Major(mutant.Bytes), argument)]);
    }

    /// <summary>The same number, not in its shortest form.</summary>
    private void Widen(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        if (!TryPick(mutant, dice, out var head) || head.Size == 9)
            return;
        Span<byte> buffer = stackalloc byte[9];
        var power = dice.Next(4);
        buffer[0] = (byte)(head.Major(mutant.Bytes) << 5 | (24 + power));
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(number, head.Argument);
        number[(8 - (1 << power))..].CopyTo(buffer[1..]);
        Put(mutant, dice, head, head.At + head.Size, buffer[..(1 + (1 << power))]);
    }

    private void Major(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        if (TryPick(mutant, dice, out var head))
            mutant.Bytes[head.At] = (byte)((mutant.Bytes[head.At] & 0x1F) | dice.Next(8) << 5);
    }

    private void Reserved(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        if (TryPick(mutant, dice, out var head))
            mutant.Bytes[head.At] = (byte)((mutant.Bytes[head.At] & 0xE0) | dice.Next(28, 32));
    }

    private void Substitute(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        if (TryPick(mutant, dice, out var head))
            Put(mutant, dice, head, CborHead.ItemEnd(mutant.Bytes, head.At), dice.Of(Items));
    }

    /// <summary>Takes an item from another input, at the same place among the heads or anywhere.</summary>
    private void Borrow(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        var other = dice.Of(others);
        CborHead.Scan(other, _heads);
        if (_heads.Count == 0)
            return;
        var place = dice.Next(_heads.Count);
        var from = _heads[place].At;
        var item = other.AsSpan(from..CborHead.ItemEnd(other, from));
        CborHead.Scan(mutant.Bytes, _heads);
        if (_heads.Count == 0)
            return;
        var head = _heads[dice.OneIn(3) ? dice.Next(_heads.Count) : Math.Min(place, _heads.Count - 1)];
        Put(mutant, dice, head, dice.OneIn(5) ? head.At : CborHead.ItemEnd(mutant.Bytes, head.At), item);
    }

    private void Repeat(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        if (TryPick(mutant, dice, out var head))
            Put(mutant, dice, head, head.At, mutant.Bytes[head.At..CborHead.ItemEnd(mutant.Bytes, head.At)].ToArray());
    }

    private void Remove(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        if (TryPick(mutant, dice, out var head))
            Put(mutant, dice, head, CborHead.ItemEnd(mutant.Bytes, head.At), []);
    }

    /// <summary>Puts an item into arrays of one.</summary>
    private void Nest(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        if (!TryPick(mutant, dice, out var head))
            return;
        Span<byte> arrays = stackalloc byte[dice.OneIn(3) ? 14 + dice.Next(4) : dice.Next(1, 40)];
        arrays.Fill(0x81);
        Put(mutant, dice, head, head.At, arrays);
    }

    private bool TryPick(Mutant mutant, Dice dice, out CborHead head, Predicate<CborHead>? fits = null)
    {
        CborHead.Scan(mutant.Bytes, _heads);
        if (fits is not null)
            _heads.RemoveAll(h => !fits(h));
        head = _heads.Count > 0 ? dice.Of(_heads) : default;
        return _heads.Count > 0;
    }

    private static void Put(Mutant mutant, Dice dice, CborHead head, int end, ReadOnlySpan<byte> item)
    {
        var before = mutant.Length;
        mutant.Replace(head.At, end - head.At, item);
        Enclose(mutant, dice, head, before);
    }

    /// <summary>Makes the length of the enclosing string right again, mostly.</summary>
    private static void Enclose(Mutant mutant, Dice dice, CborHead head, int before)
    {
        if (head.Enclosing < 0 || mutant.Length == before || dice.OneIn(8))
            return;
        Span<byte> buffer = stackalloc byte[9];
        var outer = CborHead.Read(mutant.Bytes, head.Enclosing, -1);
        var size = WriteHead(buffer, outer.Major(mutant.Bytes), outer.Argument + (ulong)(mutant.Length - before));
        mutant.Replace(outer.At, outer.Size, buffer[..size]);
    }

    /// <summary>The shortest head.</summary>
    private static int WriteHead(Span<byte> buffer, int major, ulong argument)
    {
        var size = argument switch { < 24 => 0, <= byte.MaxValue => 1, <= ushort.MaxValue => 2, <= uint.MaxValue => 4, _ => 8 };
        buffer[0] = (byte)(major << 5 | size switch { 0 => (int)argument, 1 => 24, 2 => 25, 4 => 26, _ => 27 });
        for (var i = 0; i < size; i++)
            buffer[1 + i] = (byte)(argument >> 8 * (size - 1 - i));
        return 1 + size;
    }
}
