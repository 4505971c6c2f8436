using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Cbor;

/// <summary>
/// Writes deterministic CBOR (RFC 8949 section 4.2.1) into a span: shortest heads, shortest floats that keep the value, definite lengths.
/// The caller writes map keys in ascending order. Allocates nothing.
/// </summary>
/// <remarks>The span must be large enough; writing past its end throws <see cref="ArgumentException"/> or <see cref="IndexOutOfRangeException"/>.</remarks>
public ref struct CborWriter(Span<byte> destination)
{
    // Places of a double that the shorter forms do not have: in use, the conversion need not be tried.
    private const ulong BeyondHalf = (1UL << (52 - 10)) - 1;
    private const ulong BeyondSingle = (1UL << (52 - 23)) - 1;

    private readonly Span<byte> _destination = destination;

    public int Length { get; private set; }

    /// <summary>What was written so far.</summary>
    public readonly ReadOnlySpan<byte> Written => _destination[..Length];

    public void Unsigned(ulong value) => Head(0, value);

    public void Integer(long value)
    {
        if (value >= 0)
            Head(0, (ulong)value);
        else
            Head(1, (ulong)(-1 - value));
    }

    public void Bytes(scoped ReadOnlySpan<byte> value)
    {
        Head(2, (ulong)value.Length);
        Raw(value);
    }

    /// <summary>A hash as a byte string of 32 bytes.</summary>
    public void Hash(Hash32 value) => Bytes(value.Bytes);

    /// <param name="utf8">Valid UTF-8.</param>
    public void Utf8(scoped ReadOnlySpan<byte> utf8)
    {
        Head(3, (ulong)utf8.Length);
        Raw(utf8);
    }

    public void Text(string value)
    {
        Head(3, (ulong)Encoding.UTF8.GetByteCount(value));
        Length += Encoding.UTF8.GetBytes(value, _destination[Length..]);
    }

    public void Array(int count) => Head(4, (ulong)count);

    public void Map(int count) => Head(5, (ulong)count);

    public void Tag(ulong tag) => Head(6, tag);

    /// <param name="encoded">One item in deterministic CBOR.</param>
    public void Item(scoped ReadOnlySpan<byte> encoded) => Raw(encoded);

    public void Null() => _destination[Length++] = CborForm.Null;

    /// <summary>A finite float in its shortest form.</summary>
    /// <exception cref="ArgumentException">Not a finite number: absence is written as absence.</exception>
    public void Float(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException("Only finite numbers are written.", nameof(value));
        var rest = _destination[Length..];
        var bits = BitConverter.DoubleToUInt64Bits(value);
        if ((bits & BeyondHalf) == 0 && (double)(Half)value == value)
        {
            rest[0] = CborForm.Half;
            BinaryPrimitives.WriteHalfBigEndian(rest[1..], (Half)value);
            Length += 3;
        }
        else if ((bits & BeyondSingle) == 0 && (double)(float)value == value)
        {
            rest[0] = CborForm.Single;
            BinaryPrimitives.WriteSingleBigEndian(rest[1..], (float)value);
            Length += 5;
        }
        else
        {
            rest[0] = CborForm.Double;
            BinaryPrimitives.WriteDoubleBigEndian(rest[1..], value);
            Length += 9;
        }
    }

    private void Raw(scoped ReadOnlySpan<byte> value)
    {
        value.CopyTo(_destination[Length..]);
        Length += value.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Head(int major, ulong value)
    {
        if (value < 24)
            _destination[Length++] = (byte)((major << 5) | (int)value);
        else
            LongHead(major, value);
    }

    private void LongHead(int major, ulong value)
    {
        var type = (byte)(major << 5);
        var rest = _destination[Length..];
        switch (value)
        {
            case <= byte.MaxValue:
                rest[0] = (byte)(type | 24);
                rest[1] = (byte)value;
                Length += 2;
                break;
            case <= ushort.MaxValue:
                rest[0] = (byte)(type | 25);
                BinaryPrimitives.WriteUInt16BigEndian(rest[1..], (ushort)value);
                Length += 3;
                break;
            case <= uint.MaxValue:
                rest[0] = (byte)(type | 26);
                BinaryPrimitives.WriteUInt32BigEndian(rest[1..], (uint)value);
                Length += 5;
                break;
            default:
                rest[0] = (byte)(type | 27);
                BinaryPrimitives.WriteUInt64BigEndian(rest[1..], value);
                Length += 9;
                break;
        }
    }
}
