using System.Globalization;
using System.Text;
using Edge.Ledger.Text;

namespace Edge.Ledger.Notes;

/// <summary>The body of an add-checkpoint answer with status 409 (c2sp.org/tlog-witness, text/x.tlog.size): the size the witness cosigned last, 0 if none.</summary>
public readonly record struct AddCheckpointConflict(ulong KnownSize)
{
    /// <exception cref="MalformedException">Not one line with a decimal size.</exception>
    public static AddCheckpointConflict Parse(ReadOnlySpan<byte> bytes)
    {
        var lines = new LineReader(bytes, "add-checkpoint conflict");
        if (!Decimals.TryParse(lines.Next(), out var size) || !lines.AtEnd)
            throw lines.Wrong("must be one line, a decimal number without leading zeros below 2^63");
        return new AddCheckpointConflict(size);
    }

    public byte[] ToBytes() => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{KnownSize}\n"));
}
