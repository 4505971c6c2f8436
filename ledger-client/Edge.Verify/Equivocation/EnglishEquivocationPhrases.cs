using System.Globalization;
using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Equivocation;

internal sealed class EnglishEquivocationPhrases(Phrases shared) : EquivocationPhrases(shared)
{
    public override string Proved(string log, ulong first, ulong second, string firstBy, string secondBy)
    {
        var histories = first == second
            ? $"{log} signed two histories of {Entries(first)} that differ"
            : $"{log} signed two histories: one of {Entries(first)}, and one of {Entries(second)} that does not continue it";
        var accepted = (firstBy, secondBy) switch
        {
            ("", "") => "No department accepted either",
            (_, "") => $"The first was accepted by {firstBy}, the second by no department",
            ("", _) => $"The second was accepted by {secondBy}, the first by no department",
            _ => $"The first was accepted by {firstBy}, the second by {secondBy}",
        };
        return $"Proved: {histories}. Its own signatures show it; nothing it logged can be relied on without other evidence. {accepted}.";
    }

    public override string NotProved(string why) => $"Not proved: {why}.";

    public override string Relation(Reconciliation relation, string log) => relation switch
    {
        Reconciliation.Irreconcilable => $"two checkpoints of {log} contradict each other",
        Reconciliation.OtherLog => "the two have no checkpoints of the same log; nothing follows from them together",
        Reconciliation.Same => $"both show the same checkpoint of {log}: there is no contradiction",
        Reconciliation.Continued => $"of {log}, the larger checkpoint continues the smaller one: there is no contradiction",
        Reconciliation.NotShown => $"the checkpoints of {log} have different sizes, and nothing given shows whether the larger one continues the smaller one. Give the whole log of the larger one as a folder of tiles",
        _ => $"relation {(int)relation}",
    };

    public override string Entries(ulong size) => $"{size.ToString("#,0", CultureInfo.InvariantCulture)} {(size == 1 ? "entry" : "entries")}";

    public override string Word(EquivocationLabel label) => label switch
    {
        EquivocationLabel.Log => "Log",
        EquivocationLabel.First => "First history",
        EquivocationLabel.Second => "Second history",
        EquivocationLabel.AcceptedByNobody => "accepted by no department",
        EquivocationLabel.File => "Accusation",
        EquivocationLabel.Written => "Written to",
        EquivocationLabel.NothingWritten => "Nothing was written.",
        EquivocationLabel.Report => "Report on an accusation",
        EquivocationLabel.Digest => "SHA-256 of the accusation",
        EquivocationLabel.Proved => "accusation proved",
        EquivocationLabel.NotProved => "accusation not proved",
        EquivocationLabel.Why => "Checked with the keys of the policy file alone: both checkpoints carry the signature of the same log, and no log that only grows could have had both.",
        EquivocationLabel.WhyNot => "The file does not prove that a log signed two histories.",
        _ => $"label {(int)label}",
    };

    protected override string Gateway(string id) => $"gateway {id}";

    protected override string OtherLog(string name) => $"the log {name}";
}
