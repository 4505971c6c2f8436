using System.Buffers.Binary;

namespace Edge.Store.Log;

/// <summary>
/// Finds an earlier entry that a new one is probably like: the last of its length and ending, else the last of its length.
/// Readings end with their context hash, which names channel and seal; a wrong guess costs bytes, not truth.
/// </summary>
internal sealed class KindTable
{
    private const int SlotBits = 11;

    // One more than the entry's place, so that empty is 0.
    private readonly int[] _byEnding = new int[1 << SlotBits];
    private readonly int[] _byLength = new int[ByteMask.MaxBytes + 1];

    public void Clear()
    {
        Array.Clear(_byEnding);
        Array.Clear(_byLength);
    }

    /// <summary>Notes an entry, which <see cref="ByteMask.Fits"/>.</summary>
    /// <returns>An earlier entry of its length; -1 if there is none.</returns>
    public int Exchange(EntryBatch entries, int entry)
    {
        var bytes = entries[entry];
        ref var alike = ref _byEnding[Slot(bytes)];
        ref var last = ref _byLength[bytes.Length];
        var found = alike > 0 && entries[alike - 1].Length == bytes.Length ? alike : last;
        alike = last = entry + 1;
        return found - 1;
    }

    // Fibonacci hashing. Different kinds may meet in a slot, of different lengths as well.
    private static int Slot(ReadOnlySpan<byte> bytes) =>
        (int)(((BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..]) + (ulong)bytes.Length) * 0x9E37_79B9_7F4A_7C15) >> (64 - SlotBits));
}
