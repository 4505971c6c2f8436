using System.Globalization;
using System.Security.Cryptography;

namespace Edge.Ledger.Codes;

/// <summary>An evidence file as the texts of QR codes (SPEC.md, section 18): written, and put together again.</summary>
public static class EvidenceCode
{
    /// <summary>Parts that a file may be told in.</summary>
    public const int MostParts = 16;

    /// <summary>Characters of the alphanumeric mode in the largest code: version 40, error correction L (ISO/IEC 18004, table 7).</summary>
    public const int MostCharacters = 4296;

    private const int DigestBytes = 4;

    /// <summary>Fewest parts of which each fits in a code.</summary>
    public static int Parts(int bytes)
    {
        var parts = 1;
        while (Head(parts, parts, "00000000").Length + Characters(Share(bytes, parts)) > MostCharacters)
            parts++;
        return parts;
    }

    /// <summary>The texts of a file told in so many parts.</summary>
    /// <param name="parts">At least <see cref="Parts"/>, at most <see cref="MostParts"/>.</param>
    public static IReadOnlyList<string> Of(ReadOnlySpan<byte> file, int parts)
    {
        var digest = Digest(file);
        var share = Share(file.Length, parts);
        var texts = new string[parts];
        for (var i = 0; i < parts; i++)
        {
            var start = Math.Min(i * share, file.Length);
            texts[i] = Head(i + 1, parts, digest) + Base45.Encode(file[start..Math.Min(start + share, file.Length)]);
        }

        return texts;
    }

    /// <summary>The file that some texts, in any order and as often as they were read, tell; or why they tell none.</summary>
    public static CodeReading Read(IEnumerable<string> texts)
    {
        var parts = new SortedDictionary<int, CodePart>();
        CodePart? first = null;
        foreach (var text in texts)
        {
            if (CodePart.Fault(text, out var detail, out var part) is var fault && part is null)
                return new CodeReading(null, fault, detail);
            first ??= part;
            if (part.Count != first.Count || part.Digest != first.Digest || (part.Count == 1 && !part.Bytes.AsSpan().SequenceEqual(first.Bytes)))
                return new CodeReading(null, CodeFault.Several, "");
            parts[part.Place] = part;
        }

        if (first is null)
            return new CodeReading(null, CodeFault.Other, "");
        var missing = Enumerable.Range(1, first.Count).Where(place => !parts.ContainsKey(place)).ToArray();
        if (missing.Length > 0)
            return new CodeReading(null, CodeFault.Missing, string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", missing)}/{first.Count}"));
        byte[] file = [.. parts.Values.SelectMany(p => p.Bytes)];
        return first.Count == 1 || Digest(file) == first.Digest
            ? new CodeReading(file, CodeFault.None, "")
            : new CodeReading(null, CodeFault.Differ, first.Count.ToString(CultureInfo.InvariantCulture));
    }

    private static string Head(int part, int parts, string digest) =>
        parts == 1 ? CodePart.Whole : string.Create(CultureInfo.InvariantCulture, $"{CodePart.Part}{part}/{parts}/{digest}:");

    private static string Digest(ReadOnlySpan<byte> file) => Convert.ToHexString(SHA256.HashData(file).AsSpan(0, DigestBytes));

    private static int Share(int bytes, int parts) => (bytes + parts - 1) / parts;

    private static int Characters(int bytes) => (bytes / 2 * 3) + (bytes % 2 * 2);
}
