using Edge.Ledger.Merkle;
using Edge.Ledger.Text;

namespace Edge.Ledger.Notes;

/// <summary>Hashes one to a line in base64, ended by an empty line: the middle part of requests and proofs.</summary>
internal static class HashLines
{
    public static List<Hash32> ReadUntilEmptyLine(ref LineReader lines, int limit)
    {
        var hashes = new List<Hash32>();
        while (true)
        {
            var line = lines.Next();
            if (line.IsEmpty)
                return hashes;
            if (hashes.Count == limit)
                throw lines.Wrong($"more than {limit} hashes");
            if (!Hash32.TryParseBase64(line, out var hash))
                throw lines.Wrong("not the canonical base64 of 32 bytes");
            hashes.Add(hash);
        }
    }

    public static string Write(IEnumerable<Hash32> hashes) => string.Concat(hashes.Select(h => $"{h}\n"));
}
