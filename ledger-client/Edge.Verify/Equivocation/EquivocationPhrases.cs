using Edge.Ledger.City;
using Edge.Ledger.Evidence;
using Edge.Verify.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Equivocation;

/// <summary>What people read of an accusation, in one language, beside the words all reports share.</summary>
/// <param name="shared">Those words.</param>
public abstract class EquivocationPhrases(Phrases shared)
{
    public Phrases Shared { get; } = shared;

    public static EquivocationPhrases Of(Phrases shared) =>
        shared.Language == Language.Chinese ? new ChineseEquivocationPhrases(shared) : new EnglishEquivocationPhrases(shared);

    /// <summary>A log in a sentence: a gateway by its id, another by its whole name.</summary>
    public string Log(string origin) => LogOrigin.TryParse(origin)?.GatewayId is { } id ? Gateway(id) : OtherLog(ShownText.Name(origin));

    /// <param name="firstBy">Who accepted the first checkpoint; empty: nobody.</param>
    public abstract string Proved(string log, ulong first, ulong second, string firstBy, string secondBy);

    public abstract string NotProved(string why);

    public abstract string Relation(Reconciliation relation, string log);

    public abstract string Entries(ulong size);

    public abstract string Word(EquivocationLabel label);

    protected abstract string Gateway(string id);

    protected abstract string OtherLog(string name);
}
