using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Edge.Ledger.Codes;

/// <summary>What one QR code tells of a file: the whole, or a part of it.</summary>
/// <param name="Place">From 1.</param>
/// <param name="Digest">The same in all parts of a file; empty of a whole one.</param>
internal sealed partial record CodePart(int Place, int Count, string Digest, byte[] Bytes)
{
    public const string Whole = "EDGE1:";
    public const string Part = "EDGE1/";

    /// <summary>How much is told of a text that is something else, in UTF-16 units.</summary>
    private const int Told = 80;

    /// <summary>Why the text of a code tells nothing of a file; <see cref="CodeFault.None"/> when it does.</summary>
    public static CodeFault Fault(string text, out string detail, [NotNullWhen(false)] out CodePart? part)
    {
        (detail, part) = ("", null);
        if (Version().Match(text) is not { Success: true } version)
        {
            detail = text.Length > Told ? text[..Told] : text;
            return Address().IsMatch(text) ? CodeFault.Address : CodeFault.Other;
        }

        if (version.Groups[1].Value != "1")
        {
            detail = version.Groups[1].Value;
            return CodeFault.Newer;
        }

        if (text.Length > EvidenceCode.MostCharacters || Form().Match(text) is not { Success: true } form || Base45.Decode(form.Groups["data"].Value) is not { } bytes)
            return CodeFault.Damaged;
        part = form.Groups["digest"] is { Success: true } digest ? new CodePart(Number(form.Groups["place"]), Number(form.Groups["count"]), digest.Value, bytes) : new CodePart(1, 1, "", bytes);
        if (part.Place <= part.Count && part.Count <= EvidenceCode.MostParts && (part.Count > 1 || part.Digest.Length == 0))
            return CodeFault.None;
        part = null;
        return CodeFault.Damaged;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\AEDGE([0-9]{1,9})[:/]")]
    private static partial Regex Version();

    [GeneratedRegex(@"\Ahttps?://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\AEDGE1(/(?<place>[1-9][0-9]?)/(?<count>[1-9][0-9]?)/(?<digest>[0-9A-F]{8}))?:(?<data>.*)\z", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
