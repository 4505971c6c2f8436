using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Edge.Ledger.Text;

namespace Edge.Ledger.Merkle;

/// <summary>A SHA-256 digest by value: 32 bytes, no heap object. Its text form is canonical standard base64 (44 characters).</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct Hash32 : IEquatable<Hash32>
{
    public const int Size = 32;

    /// <summary>Characters of the base64 form.</summary>
    public const int Base64Length = 44;

    private readonly ulong _a, _b, _c, _d;

    /// <param name="bytes">Exactly 32 bytes.</param>
    /// <exception cref="ArgumentException">The span is not 32 bytes long.</exception>
    public Hash32(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
            throw new ArgumentException($"A hash has {Size} bytes, not {bytes.Length}.", nameof(bytes));
        this = MemoryMarshal.Read<Hash32>(bytes);
    }

    [UnscopedRef]
    public ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(new ReadOnlySpan<Hash32>(in this));

    /// <summary>Reads canonical base64: standard alphabet, padding, no white space, zero spare bits.</summary>
    public static bool TryParseBase64(ReadOnlySpan<byte> text, out Hash32 hash)
    {
        hash = default;
        if (text.Length != Base64Length)
            return false;
        Span<byte> bytes = stackalloc byte[Size];
        if (!StrictBase64.TryDecode(text, bytes, out var written) || written != Size)
            return false;
        hash = new Hash32(bytes);
        return true;
    }

    public byte[] ToArray() => Bytes.ToArray();

    public override string ToString() => Convert.ToBase64String(Bytes);

    public bool Equals(Hash32 other) => _a == other._a && _b == other._b && _c == other._c && _d == other._d;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Hash32 other && Equals(other);

    public override int GetHashCode() => (int)_a ^ (int)(_a >> 32);

    public static bool operator ==(Hash32 left, Hash32 right) => left.Equals(right);

    public static bool operator !=(Hash32 left, Hash32 right) => !left.Equals(right);
}
