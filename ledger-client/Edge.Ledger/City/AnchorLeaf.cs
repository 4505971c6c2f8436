using Edge.Ledger.Notes;

namespace Edge.Ledger.City;

/// <summary>A leaf of the city log for one accepted anchor: <c>edge-anchor/v1\n</c> and the checkpoint note as a quorum cosigned it.</summary>
public static class AnchorLeaf
{
    private static ReadOnlySpan<byte> Header => "edge-anchor/v1\n"u8;

    public static byte[] Write(SignedNote cosigned) => [.. Header, .. cosigned.ToBytes()];

    /// <exception cref="MalformedException">Not such a leaf.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> leaf) =>
        leaf.StartsWith(Header) ? SignedNote.Parse(leaf[Header.Length..]) : throw new MalformedException("anchor leaf: does not start with edge-anchor/v1");
}
