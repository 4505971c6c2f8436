using System.Text;
using System.Text.RegularExpressions;

namespace Edge.Ledger.Codes;

/// <summary>A file with the texts of QR codes, one in a line, as a program that scans codes writes it.</summary>
public static partial class CodeLines
{
    private const int MostBytes = EvidenceCode.MostParts * (EvidenceCode.MostCharacters + 2);
    private const int Beginning = 16;

    /// <summary>Null when the file is something else.</summary>
    public static IReadOnlyList<string>? Of(ReadOnlySpan<byte> file) =>
        file.Length <= MostBytes && First().IsMatch(Encoding.Latin1.GetString(file[..Math.Min(Beginning, file.Length)]))
            ? [.. Encoding.UTF8.GetString(file).Split('\n').Select(line => line.EndsWith('\r') ? line[..^1] : line).Where(line => line.Length > 0)]
            : null;

    [GeneratedRegex(@"\A(EDGE[0-9]{1,9}[:/]|https?://)")]
    private static partial Regex First();
}
