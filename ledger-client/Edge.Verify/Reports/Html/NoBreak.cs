using System.Text.RegularExpressions;

namespace Edge.Verify.Reports.Html;

/// <summary>What no line may be broken within: a date with its time, an uncertainty, a name with hyphens as gateways have.</summary>
internal static partial class NoBreak
{
    /// <summary>Longer names would not fit a phone.</summary>
    private const int MaxLength = 32;

    /// <summary>The parts of a text, and whether each must stay whole.</summary>
    public static IEnumerable<(string Part, bool IsWhole)> Parts(string text)
    {
        var end = 0;
        for (var match = Whole().Match(text); match.Success; match = match.NextMatch())
        {
            if (match.Length > MaxLength)
                continue;
            if (match.Index > end)
                yield return (text[end..match.Index], false);
            yield return (match.Value, true);
            end = match.Index + match.Length;
        }

        if (end < text.Length)
            yield return (text[end..], false);
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d(\.\d+)?)?|± [\d.]+ s|[a-z0-9]+(-[a-z0-9]+)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();
}
