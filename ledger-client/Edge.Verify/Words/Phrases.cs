using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Verify.Commands;
using Edge.Verify.Inputs;

namespace Edge.Verify.Words;

/// <summary>Every sentence and word that a user sees, in one language. The terms are those of SPEC.md, Words.</summary>
public abstract partial class Phrases
{
    public abstract Language Language { get; }

    public abstract string Help { get; }

    /// <summary>The verdict of a file without reservations. <paramref name="claim"/> is a <see cref="Claim"/>.</summary>
    public abstract string Valid(string claim);

    public abstract string ValidBut(IReadOnlyList<string> reservations, string claim);

    public abstract string Invalid(string why);

    /// <summary>Nothing could be checked.</summary>
    public abstract string NotChecked(string why);

    /// <summary>What is proved, without the full stop.</summary>
    /// <param name="complete">Null when only single entries are disclosed.</param>
    public abstract string Claim(string subject, string gateway, string existed, int accepted, int departments, string? complete);

    /// <param name="quality">Empty when good.</param>
    public abstract string Reading(string value, string channel, string quality);

    public abstract string Absent(string channel, string quality);

    public abstract string Readings(int count, IReadOnlyList<string> channels, int more);

    public abstract string OtherEntries(IReadOnlyList<string> kinds, int count);

    public abstract string Existed(string? notBefore, string? notAfter, string zone);

    public abstract string NothingMissing(ulong first, ulong last, ulong count);

    /// <summary>Each subject stands alone: nothing is said of what lies between them.</summary>
    public abstract string SingleEntries(int count);

    public abstract string Entries(IReadOnlyList<ulong> indices, int more);

    public abstract string Accepted(int accepted, int departments, int quorum);

    public abstract string Block(ulong size, string? time, string zone);

    public abstract string Counts(int all, int good, int uncertain, int bad, int absent);

    public abstract string Omitted(int count);

    /// <summary>A time after all that have a date.</summary>
    /// <param name="second">POSIX seconds, in digits.</param>
    public abstract string BeyondCalendar(string second);

    public abstract string Uncertainty(double seconds);

    /// <summary>A reading's time by the gateway's clock that was missing or wrong.</summary>
    /// <param name="own">As it was stamped.</param>
    /// <param name="time">As it is recomputed.</param>
    public abstract string Recomputed(string own, string time);

    public abstract string And(string last, IEnumerable<string> before);

    public abstract string More(int count);

    public string QualityAndReason(Quality quality, Reason reason) =>
        reason == Reason.None ? Word(quality) : $"{Word(quality)}{Colon}{Word(reason)}";

    public abstract string Colon { get; }

    public abstract string Semicolon { get; }

    public abstract string Comma { get; }

    /// <summary>A finding as the end of a sentence.</summary>
    /// <param name="about">The entries or the name it is about.</param>
    public abstract string Finding(FindingCode code, string about, NoteFault cause);

    public abstract string Word(NoteFault fault, string about);

    public abstract string Word(Label label);

    public abstract string Word(Quality quality);

    public abstract string Word(Reason reason);

    public abstract string Word(GapReason reason);

    public abstract string Word(KeyType type);

    public abstract string Word(ClockSource source);

    public abstract string Word(EntryKind kind);

    public abstract string Usage(UsageFault fault, string about);

    public abstract string Input(InputRole role, InputFault fault, string path, string detail);

    /// <summary>A failure nobody foresaw; <paramref name="detail"/> is for the people who mend it.</summary>
    public abstract string Unforeseen(string detail);
}
