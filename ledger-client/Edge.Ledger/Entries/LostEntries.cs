using System.Globalization;
using System.Text.RegularExpressions;

namespace Edge.Ledger.Entries;

/// <summary>Entries that a gateway lost, damaged in its store or not durable when it ended, as the gap that tells of them names them in its detail (SPEC.md section 16).</summary>
/// <param name="First">The first one's index.</param>
/// <param name="Last">The last one's; not below <paramref name="First"/>.</param>
public readonly partial record struct LostEntries(ulong First, ulong Last)
{
    private const string Damaged = "damaged in the store";
    private const string Unwritten = "not durable yet when it ended, or damaged in the store since";

    /// <summary>The gap's detail.</summary>
    /// <param name="mayBeUnwritten">They may never have been durable.</param>
    public string Detail(bool mayBeUnwritten = false) => string.Create(CultureInfo.InvariantCulture, $"the entries {First} to {Last} of this log were {(mayBeUnwritten ? Unwritten : Damaged)}");

    /// <summary>What a gap tells to be lost.</summary>
    /// <param name="index">Its own index: it tells of entries before it.</param>
    /// <returns>Null when it tells of something else, or in other words.</returns>
    public static LostEntries? ToldBy(GapEntry gap, ulong index)
    {
        ArgumentNullException.ThrowIfNull(gap);
        if (gap.Why != GapReason.StoreDamaged || Told().Match(gap.Detail) is not { Success: true } match)
            return null;
        var lost = new LostEntries(Number(match.Groups[1]), Number(match.Groups[2]));
        return lost.First <= lost.Last && lost.Last < index ? lost : null;
    }

    private static ulong Number(Group digits) => ulong.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\Athe entries (0|[1-9][0-9]{0,18}) to (0|[1-9][0-9]{0,18}) of this log were (?:" + Damaged + "|" + Unwritten + @")\z")]
    private static partial Regex Told();
}
