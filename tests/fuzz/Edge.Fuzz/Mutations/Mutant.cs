namespace Edge.Fuzz.Mutations;

/// <summary>An input being made: bytes that can be edited in place. What would grow beyond the room is cut off.</summary>
internal sealed class Mutant
{
    /// <summary>Beyond every limit on texts and entries, so that limits are crossed too.</summary>
    public const int Room = 160 * 1024;

    private readonly byte[] _bytes = new byte[Room];

    public int Length { get; private set; }

    public Span<byte> Bytes => _bytes.AsSpan(0, Length);

    public void Set(ReadOnlySpan<byte> bytes)
    {
        Length = Math.Min(bytes.Length, Room);
        bytes[..Length].CopyTo(_bytes);
    }

    /// <param name="with">Must not be part of this mutant.</param>
    public void Replace(int at, int length, ReadOnlySpan<byte> with)
    {
        with = with[..Math.Min(with.Length, Room - at)];
        var tail = _bytes.AsSpan(at + length, Math.Min(Length - at - length, Room - at - with.Length));
        tail.CopyTo(_bytes.AsSpan(at + with.Length));
        with.CopyTo(_bytes.AsSpan(at));
        Length = at + with.Length + tail.Length;
    }

    public void Insert(int at, ReadOnlySpan<byte> bytes) => Replace(at, 0, bytes);

    public void Remove(int at, int length) => Replace(at, length, []);
}
