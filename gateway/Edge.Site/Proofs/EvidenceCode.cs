using System.Globalization;
using System.Security.Cryptography;

namespace Edge.Site.Proofs;

/// <summary>An evidence file as the texts of QR codes; the room's README has the form.</summary>
public static class EvidenceCode
{
    /// <summary>Parts that a file may be told in.</summary>
    public const int MostParts = 16;

    /// <summary>Characters of the alphanumeric mode in the largest code: version 40, error correction L (ISO/IEC 18004, table 7).</summary>
    public const int MostCharacters = 4296;

    private const string Whole = "EDGE1:";
    private const string Part = "EDGE1/";
    private const int DigestBytes = 4;

    /// <summary>Fewest parts of which each fits in a code.</summary>
    public static int Parts(int bytes)
    {
        var parts = 1;
        while (Head(parts, parts, 0).Length + Characters(Share(bytes, parts)) > MostCharacters)
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

    /// <summary>The file that some texts, in any order, are all the parts of; null when they are not.</summary>
    public static byte[]? Read(IReadOnlyList<string> texts)
    {
        if (texts is [var one] && one.StartsWith(Whole, StringComparison.Ordinal))
            return Base45.Decode(one.AsSpan(Whole.Length));
        var parts = new SortedDictionary<int, byte[]>();
        var head = "";
        foreach (var text in texts)
        {
            if (!text.StartsWith(Part, StringComparison.Ordinal) || text.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var end)
                || text[Part.Length..end].Split('/') is not [var number, var count, var digest]
                || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || Base45.Decode(text.AsSpan(end + 1)) is not { } bytes
                || (head.Length > 0 && head != $"{count}/{digest}"))
                return null;
            head = $"{count}/{digest}";
            parts[place] = bytes;
        }

        byte[] file = [.. parts.Values.SelectMany(p => p)];
        return parts.Count > 0 && parts.Keys.SequenceEqual(Enumerable.Range(1, parts.Count)) && head == string.Create(CultureInfo.InvariantCulture, $"{parts.Count}/{Digest(file):X8}") ? file : null;
    }

    private static string Head(int part, int parts, uint digest) =>
        parts == 1 ? Whole : string.Create(CultureInfo.InvariantCulture, $"{Part}{part}/{parts}/{digest:X8}:");

    private static uint Digest(ReadOnlySpan<byte> file) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(file).AsSpan(0, DigestBytes));

    private static int Share(int bytes, int parts) => (bytes + parts - 1) / parts;

    private static int Characters(int bytes) => (bytes / 2 * 3) + (bytes % 2 * 2);
}
