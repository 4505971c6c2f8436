using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Edge.Ledger.Cbor;

/// <summary>
/// Reads deterministic CBOR (RFC 8949 section 4.2.1) and nothing else: a value in any other than its one canonical form is refused.
/// Lengths are checked against the bytes that are there before anything is allocated.
/// </summary>
public ref struct CborReader(ReadOnlySpan<byte> bytes)
{
    private const int MaxDepth = 16;
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; private set; }

    /// <summary>The bytes that were not read yet.</summary>
    internal readonly ReadOnlySpan<byte> Rest => _bytes[Position..];

    public readonly bool AtEnd => Position == _bytes.Length;

    /// <summary>Major type of the next item (RFC 8949 section 3.1).</summary>
    /// <exception cref="MalformedException">There is none.</exception>
    public readonly int NextType => Peek() >> 5;

    public ulong Unsigned() => Head(0, "an unsigned integer");

    /// <summary>An integer that fits 64 signed bits.</summary>
    public long Integer()
    {
        var negative = Peek() >> 5 == 1;
        var value = Head(negative ? 1 : 0, "an integer");
        if (value > long.MaxValue)
            throw Wrong("the integer does not fit 64 bits");
        return negative ? -1 - (long)value : (long)value;
    }

    /// <summary>An unsigned integer not above <paramref name="max"/>.</summary>
    public ulong Unsigned(ulong max, string what)
    {
        var value = Unsigned();
        return value <= max ? value : throw Wrong($"{what} is {value}, at most {max} is allowed");
    }

    public ReadOnlySpan<byte> Bytes() => Take(Head(2, "a byte string"));

    public ReadOnlySpan<byte> Bytes(int length)
    {
        var value = Bytes();
        return value.Length == length ? value : throw Wrong($"a byte string of {length} bytes is needed, not of {value.Length}");
    }

    public string Text() => Encoding.UTF8.GetString(TextBytes());

    /// <summary>A text string as its bytes in UTF-8.</summary>
    public ReadOnlySpan<byte> TextBytes()
    {
        var utf8 = Take(Head(3, "a text string"));
        return Utf8.IsValid(utf8) ? utf8 : throw Wrong("not valid UTF-8");
    }

    /// <summary>The number of items that follow; never more than bytes are left.</summary>
    public int Array() => Count(Head(4, "an array"), 1);

    public void Array(int count)
    {
        var actual = Array();
        if (actual != count)
            throw Wrong($"an array of {count} items is needed, not of {actual}");
    }

    /// <summary>The number of pairs that follow.</summary>
    public int Map() => Count(Head(5, "a map"), 2);

    public void Map(int count)
    {
        var actual = Map();
        if (actual != count)
            throw Wrong($"a map of {count} pairs is needed, not of {actual}");
    }

    /// <summary>Consumes a map key that must be this integer.</summary>
    public void Label(long label)
    {
        var actual = Integer();
        if (actual != label)
            throw Wrong($"the label {label} is needed, not {actual}");
    }

    /// <summary>Consumes a tag that must be this one.</summary>
    public void Tag(ulong tag)
    {
        var actual = Head(6, "a tag");
        if (actual != tag)
            throw Wrong($"tag {tag} is needed, not {actual}");
    }

    /// <summary>Consumes a null if one is next.</summary>
    public bool TryNull()
    {
        if (Peek() != CborForm.Null)
            return false;
        Position++;
        return true;
    }

    public double Float()
    {
        var form = Peek();
        var rest = _bytes[(Position + 1)..];
        var (size, value) = form switch
        {
            CborForm.Half when rest.Length >= 2 => (2, (double)BinaryPrimitives.ReadHalfBigEndian(rest)),
            CborForm.Single when rest.Length >= 4 => (4, BinaryPrimitives.ReadSingleBigEndian(rest)),
            CborForm.Double when rest.Length >= 8 => (8, BinaryPrimitives.ReadDoubleBigEndian(rest)),
            _ => throw Wrong("a float is needed"),
        };
        if (!double.IsFinite(value))
            throw Wrong("only finite floats are allowed");
        if (size switch { 8 => (float)value == value, 4 => (double)(Half)value == value, _ => false })
            throw Wrong("the float is not in its shortest form");
        Position += 1 + size;
        return value;
    }

    /// <summary>Checks the form of one item of any kind, and returns its bytes.</summary>
    public ReadOnlySpan<byte> Item()
    {
        var start = Position;
        Skip(0);
        return _bytes[start..Position];
    }

    public readonly void End()
    {
        if (!AtEnd)
            throw Wrong($"{_bytes.Length - Position} bytes are left over");
    }

    public readonly MalformedException Wrong(string why) => new($"CBOR, byte {Position}: {why}");

    private void Skip(int depth)
    {
        if (depth == MaxDepth && (Peek() >> 5) is 4 or 5)
            throw Wrong($"nested deeper than {MaxDepth}");
        switch (Peek() >> 5)
        {
            case 0 or 1:
                Head(Peek() >> 5, "an integer");
                break;
            case 2:
                Bytes();
                break;
            case 3:
                Text();
                break;
            case 4:
                for (var n = Array(); n > 0; n--)
                    Skip(depth + 1);
                break;
            case 5:
                SkipMap(depth);
                break;
            case 7 when Peek() is 0xF4 or 0xF5 or CborForm.Null:
                Position++;
                break;
            case 7:
                Float();
                break;
            default:
                throw Wrong("tags are not used");
        }
    }

    private void SkipMap(int depth)
    {
        var previous = ReadOnlySpan<byte>.Empty;
        for (var n = Map(); n > 0; n--)
        {
            var start = Position;
            Skip(depth + 1);
            var key = _bytes[start..Position];
            if (previous.SequenceCompareTo(key) >= 0)
                throw Wrong("map keys are not strictly ascending");
            previous = key;
            Skip(depth + 1);
        }
    }

    private readonly byte Peek() => Position < _bytes.Length ? _bytes[Position] : throw Wrong("the bytes end too early");

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)(_bytes.Length - Position))
            throw Wrong("a string is longer than the bytes that are left");
        var value = _bytes.Slice(Position, (int)length);
        Position += (int)length;
        return value;
    }

    private readonly int Count(ulong count, int bytesEach) =>
        count <= (ulong)((_bytes.Length - Position) / bytesEach) ? (int)count : throw Wrong("more items than bytes are left");

    private ulong Head(int major, string what)
    {
        var initial = Peek();
        if (initial >> 5 != major)
            throw Wrong($"{what} is needed");
        Position++;
        var info = initial & 0x1F;
        return info < 24 ? (ulong)info : Argument(info);
    }

    private ulong Argument(int info)
    {
        var rest = _bytes[Position..];
        var (size, value, least) = info switch
        {
            > 27 => throw Wrong("indefinite lengths and reserved heads are not allowed"),
            24 when rest.Length >= 1 => (1, (ulong)rest[0], 24UL),
            25 when rest.Length >= 2 => (2, BinaryPrimitives.ReadUInt16BigEndian(rest), 1UL << 8),
            26 when rest.Length >= 4 => (4, BinaryPrimitives.ReadUInt32BigEndian(rest), 1UL << 16),
            27 when rest.Length >= 8 => (8, BinaryPrimitives.ReadUInt64BigEndian(rest), 1UL << 32),
            _ => throw Wrong("the bytes end too early"),
        };
        if (value < least)
            throw Wrong("the number is not in its shortest form");
        Position += size;
        return value;
    }
}
