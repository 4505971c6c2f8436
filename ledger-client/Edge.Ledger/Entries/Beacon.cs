using Edge.Ledger.Cbor;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Entries;

/// <summary>The newest city block a gateway had seen: nobody could know its hash before a quorum had signed it, so what names it came after.</summary>
/// <param name="Hash">SHA-256 of the block's cosigned checkpoint note.</param>
public readonly record struct Beacon(ulong Height, Hash32 Hash)
{
    internal static void Write(ref CborWriter writer, Beacon? beacon)
    {
        if (beacon is not { } known)
        {
            writer.Null();
            return;
        }

        writer.Array(2);
        writer.Unsigned(known.Height);
        writer.Hash(known.Hash);
    }

    internal static Beacon? Read(ref CborReader reader)
    {
        if (reader.TryNull())
            return null;
        reader.Array(2);
        return new Beacon(reader.Unsigned(), new Hash32(reader.Bytes(Hash32.Size)));
    }
}
