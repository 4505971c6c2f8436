using System.Buffers;
using System.Buffers.Binary;

namespace Edge.Ledger.Tiles;

/// <summary>
/// Reads and writes the entries of a bundle (c2sp.org/tlog-tiles): each after its length, u16 big-endian. <c>foreach</c> gives each entry's bytes, without a
/// copy, and throws <see cref="MalformedException"/> where the bundle ends within one.
/// </summary>
/// <param name="bytes">The bundle.</param>
public ref struct EntryBundle(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>The entry last moved to.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Appends an entry to a bundle.</summary>
    /// <exception cref="ArgumentException">It is longer than 65,535 bytes.</exception>
    public static void Write(IBufferWriter<byte> bundle, ReadOnlySpan<byte> entry)
    {
        if (entry.Length > ushort.MaxValue)
            throw new ArgumentException($"An entry has at most {ushort.MaxValue} bytes, not {entry.Length}.", nameof(entry));
        BinaryPrimitives.WriteUInt16BigEndian(bundle.GetSpan(sizeof(ushort)), (ushort)entry.Length);
        bundle.Advance(sizeof(ushort));
        bundle.Write(entry);
    }

    /// <summary>The bytes of a bundle's first entries.</summary>
    /// <exception cref="MalformedException">It has fewer.</exception>
    public static ReadOnlySpan<byte> First(int count, ReadOnlySpan<byte> bytes)
    {
        var bundle = new EntryBundle(bytes);
        for (var entry = 0; entry < count; entry++)
        {
            if (!bundle.MoveNext())
                throw new MalformedException($"entry bundle: {entry} entries, {count} are needed");
        }

        return bytes[..^bundle._rest.Length];
    }

    public readonly EntryBundle GetEnumerator() => this;

    /// <exception cref="MalformedException">The bundle ends within an entry.</exception>
    public bool MoveNext()
    {
        if (_rest.IsEmpty)
            return false;
        var length = _rest.Length < sizeof(ushort) ? int.MaxValue : BinaryPrimitives.ReadUInt16BigEndian(_rest);
        if (length > _rest.Length - sizeof(ushort))
            throw new MalformedException("entry bundle: it ends within an entry");
        Current = _rest.Slice(sizeof(ushort), length);
        _rest = _rest[(sizeof(ushort) + length)..];
        return true;
    }
}
