using System.Text.RegularExpressions;
using Edge.Ledger.Entries;
using Edge.Ledger.Text;

namespace Edge.Verify.Words;

/// <summary>
/// What a gateway writes of a gap for people, in English, clause by clause: left out where the reason says it already, in the reader's language where it is one
/// of the gateway's own sentences. What others wrote stays as it is, and in Chinese is said to be.
/// </summary>
public static class GapDetails
{
    private const string Between = "; ";
    private const string Ended = "the gateway ended without a stop";

    private static readonly string[] Endings = [Ended, $"{Ended}, and the board went on running", $"{Ended}, and it is not known whether the board went on running"];

    private static readonly Regex Counted = new(@"^(\d{1,15}) (?:samples? |readings? not (?:taken|kept))", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>How many readings were not taken or not kept, by what the gap tells; 0 when it does not.</summary>
    public static ulong Missing(GapEntry gap) => gap.Detail.Split(Between).Select(c => Counted.Match(c)).Where(m => m.Success)
        .Aggregate(0UL, (sum, m) => sum + ulong.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Empty when there is nothing to add to the reason.</summary>
    public static string Of(GapEntry gap, Language language)
    {
        var clauses = gap.Detail.Split(Between).Where(c => !(gap.Why == GapReason.Stopped && c == "the gateway was stopped"));
        return language == Language.Chinese ? string.Join('；', clauses.Select(ChineseGapText.Clause)) : string.Join(Between, clauses);
    }

    /// <summary>The reason in one line: where sampling was not stopped by anybody, with that.</summary>
    /// <param name="word">The reason's own word in the reader's language.</param>
    public static string Reason(GapEntry gap, string word, Language language)
    {
        if (gap.Why != GapReason.Stopped || Array.Find(gap.Detail.Split(Between), Endings.Contains) is not { } ended)
            return word;
        return language == Language.Chinese ? $"{word}（{ChineseGapText.Clause(ended)}）" : $"{word} ({ended})";
    }
}
