using System.Globalization;
using System.Text;
using Edge.Ledger.Merkle;
using Edge.Ledger.Text;

namespace Edge.Ledger.Notes;

/// <summary>The body of tlog-witness add-checkpoint: "old N", consistency proof lines, an empty line, the checkpoint.</summary>
public sealed record AddCheckpointRequest(ulong OldSize, IReadOnlyList<Hash32> Proof, SignedNote Note)
{
    public const int MaxProofLines = 63;

    /// <exception cref="MalformedException">Not such a body.</exception>
    public static AddCheckpointRequest Parse(ReadOnlySpan<byte> bytes)
    {
        var lines = new LineReader(bytes, "add-checkpoint");
        if (!Decimals.TryParse(lines.Next("old"u8), out var old))
            throw lines.Wrong("the old size is not a decimal number without leading zeros below 2^63");
        var proof = HashLines.ReadUntilEmptyLine(ref lines, MaxProofLines);
        return new AddCheckpointRequest(old, proof, SignedNote.Parse(lines.Rest));
    }

    public byte[] ToBytes() =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"old {OldSize}\n{HashLines.Write(Proof)}\n{Note}"));
}
