namespace Edge.Verify.Reports.Html;

/// <summary>
/// The words of scripts that run from right to left, each to be isolated from what stands beside it: a figure stays on the side of the word on which it was
/// written, and several such words follow each other from left to right as they were written.
/// </summary>
internal static class RightToLeft
{
    /// <summary>The parts of a text, and whether each must be isolated.</summary>
    public static IEnumerable<(string Part, bool IsIsolated)> Parts(string text)
    {
        var (start, end, isBefore) = (0, 0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            var isIsolated = ShownText.IsRightToLeft(rune);
            if (isIsolated != isBefore && end > start)
            {
                yield return (text[start..end], isBefore);
                start = end;
            }

            isBefore = isIsolated;
            end += rune.Utf16SequenceLength;
        }

        if (end > start)
            yield return (text[start..], isBefore);
    }
}
