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

    /// <summary>More than one reading, how many of them are not good, and whether there was a value at all.</summary>
    public abstract string Readings(QualityCounts counts, IReadOnlyList<string> channels, int more);

    public abstract string OtherEntries(IReadOnlyList<string> kinds, int count);

    public abstract string Existed(string? notBefore, string? notAfter, string zone);

    /// <summary>Neither was an entry withheld, nor does one tell of readings that do not exist.</summary>
    public abstract string NothingMissing(ulong first, ulong last);

    /// <summary>The gateway's record is whole, but tells of readings that do not exist.</summary>
    public abstract string NothingWithheld(ulong first, ulong last);

    /// <param name="samples">How many readings are missing in them, as far as they tell; 0: none tells.</param>
    public abstract string GapsRecorded(int count, ulong samples);

    /// <summary>Many runs of entries in each of which nothing was withheld.</summary>
    /// <param name="entries">In all.</param>
    /// <param name="first">Of the first run.</param>
    /// <param name="last">Of the last.</param>
    public abstract string Runs(long entries, ulong first, ulong last, int runs);

    /// <summary>Gaps that are not named.</summary>
    public abstract string MoreGaps(int count);

    /// <summary>When readings do not exist, and why.</summary>
    /// <param name="channels">Empty: all.</param>
    /// <param name="from">Null when not known.</param>
    /// <param name="to">Likewise.</param>
    public abstract string Gap(string channels, string? from, string? to, string zone, string why);

    /// <summary>Each subject stands alone: nothing is said of what lies between them.</summary>
    public abstract string SingleEntries(int count);

    public abstract string Entries(IReadOnlyList<ulong> indices, int more);

    public abstract string Accepted(int accepted, int departments, int quorum);

    public abstract string Block(ulong size, string? time, string zone);

    /// <summary>The sum and its parts.</summary>
    public abstract string Counts(QualityCounts counts);

    /// <summary>The parts alone, those that are there; readings without a value are among the others.</summary>
    public abstract string Qualities(QualityCounts counts);

    public abstract string Omitted(int count);

    /// <summary>So many readings are of one quality for one reason.</summary>
    public abstract string Alike(int count, string quality);

    /// <summary>So many readings in a row.</summary>
    /// <param name="to">Null: one moment.</param>
    public abstract string During(int count, string from, string? to);

    /// <summary>A contact's state, and from when on.</summary>
    public abstract string Since(string state, string time);

    /// <summary>Between two values, each with its unit.</summary>
    public abstract string Span(string least, string greatest);

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

    /// <summary>The same, with what the reason is by NE 107 and OPC UA.</summary>
    public string QualityAndMeaning(Quality quality, Reason reason) =>
        reason == Reason.None ? Word(quality) : $"{Word(quality)}{Colon}{Meaning(quality, reason)}";

    /// <summary>A reason, and what it is by NE 107 and OPC UA.</summary>
    public string Meaning(Quality quality, Reason reason) =>
        ReasonMeaning.Of(reason) is { } meaning ? $"{Word(reason)}{Semicolon}NE 107{Colon}{Word(meaning.Category)}{Semicolon}OPC UA{Colon}{meaning.Status(quality).Name}" : Word(reason);

    /// <summary>Starts of the gateway by their numbers, ascending.</summary>
    public string Starts(IReadOnlyList<int> numbers) => StartsAt(string.Join(Comma, Runs(numbers)), numbers.Count);

    protected abstract string StartsAt(string numbers, int count);

    /// <summary>A setting of a driver's definition or a calibration with its value.</summary>
    public abstract string Setting(ShownSetting setting);

    /// <summary>What is said of the calibration of an input.</summary>
    public abstract string CalibrationOf(string channel, string said);

    /// <summary>"1–3", "5".</summary>
    private static IEnumerable<string> Runs(IReadOnlyList<int> numbers)
    {
        for (int first = 0, end; first < numbers.Count; first = end)
        {
            end = first + 1;
            while (end < numbers.Count && numbers[end] == numbers[end - 1] + 1)
                end++;
            yield return end - first == 1 ? $"{numbers[first]}" : $"{numbers[first]}–{numbers[end - 1]}";
        }
    }

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

    public abstract string Word(WatchedContact contact, bool isActive);

    public abstract string Word(Ne107 category);

    public abstract string Word(GapReason reason);

    public abstract string Word(KeyType type);

    public abstract string Word(ClockSource source);

    public abstract string Word(EntryKind kind);

    /// <summary>What an entry is: of a kind or version made after this program, the kind's number.</summary>
    public string Kind(Entry entry) => entry is UnknownEntry unknown ? UnknownKind(unknown.KindNumber) : Word(entry.Kind);

    public abstract string UnknownKind(ulong number);

    public abstract string Usage(UsageFault fault, string about);

    public abstract string Input(InputRole role, InputFault fault, string path, string detail);

    /// <summary>Which of how many codes are missing, of a detail like "1, 3/4".</summary>
    private protected (string Missing, string Count) Parts(string detail) => detail.Split('/') is [var missing, var count] ? (missing.Replace(", ", Comma, StringComparison.Ordinal), count) : (detail, "");

    /// <summary>A failure nobody foresaw; <paramref name="detail"/> is for the people who mend it.</summary>
    public abstract string Unforeseen(string detail);
}
