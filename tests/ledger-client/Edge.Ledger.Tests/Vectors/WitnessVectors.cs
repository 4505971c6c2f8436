using System.Text;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>A witness's answers to add-checkpoint.</summary>
internal static class WitnessVectors
{
    public static object All(SignedNote cosigned)
    {
        var lines = Encoding.UTF8.GetString(new AddCheckpointAnswer([.. cosigned.Signatures.Skip(1)]).ToBytes());
        var line = lines[..(lines.IndexOf('\n', StringComparison.Ordinal) + 1)];
        return new
        {
            status_200 = new { text = lines, signatures = cosigned.Signatures.Skip(1).Select(s => new { name = s.Name, key_id = $"{s.KeyId:x8}", blob = VectorFile.Hex(s.Blob.Span) }).ToArray() },
            refused_200 = new[] { "", "\n", line[..^1], line + "\n", "\n" + line, line.Replace("— ", "- ", StringComparison.Ordinal), line.Replace("\n", "\r\n", StringComparison.Ordinal), cosigned.ToString() },
            status_409 = new[] { 0UL, 1UL, 20852163UL, (ulong)long.MaxValue }.Select(n => new { text = Encoding.ASCII.GetString(new AddCheckpointConflict(n).ToBytes()), size = n }).ToArray(),
            refused_409 = new[] { "", "\n", "1", "01\n", "+1\n", "-1\n", " 1\n", "1 \n", "1\r\n", "1\n\n", "1\n2\n", "0x1\n", "9223372036854775808\n", "18446744073709551616\n" },
        };
    }
}
