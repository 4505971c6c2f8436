using System.Globalization;
using Edge.Gateway.Doctor.Readings;
using Edge.Ledger.Entries;
using Edge.Ledger.Text;
using Edge.Sensors.Pzem;

namespace Edge.Gateway.Doctor.Words;

/// <summary>What people read of an examination, in one language: first what was found, then which wire or setting to touch.</summary>
public abstract class DoctorWords
{
    public static DoctorWords English { get; } = new EnglishDoctorWords();

    public static DoctorWords Chinese { get; } = new ChineseDoctorWords();

    /// <summary>The driver whose devices have mains, and RS-485 or TTL instead of I2C.</summary>
    protected const string Meter = PzemBinding.Word;

    public abstract FieldWords Field { get; }

    /// <summary>Of a page in HTML: en, zh-Hans.</summary>
    public abstract string Code { get; }

    public abstract string Of(Verdict verdict);

    public abstract string Of(Topic topic);

    /// <summary>Which one it is about: a bus, a place on it or a channel by its name, anything else with what it is.</summary>
    public string SubjectOf(Check check) => check switch
    {
        { Subject.Length: 0 } or { Topic: Topic.Clock or Topic.Board } => Of(check.Topic),
        { Topic: Topic.Bus or Topic.Device or Topic.Channel } => check.Subject,
        _ => $"{Of(check.Topic)} {check.Subject}",
    };

    /// <summary>What was found, without a stop at its end.</summary>
    public abstract string Found(Check check);

    /// <summary>Which wire or setting to look at; null exactly when the verdict is ok.</summary>
    public string? Advice(Check check) => check.Verdict == Verdict.Ok ? null : check.Topic == Topic.Channel && check.Symptom is Symptom.ReadingAbsent or Symptom.ReadingDoubted or Symptom.ReadingAwaited ? OfReason(check) : OfSymptom(check);

    /// <summary>What is to be done, what is broken first; each in the order from the file to the wire to the city.</summary>
    public IReadOnlyList<Treatment> Treatments(Findings findings) =>
    [
        .. from check in findings.Checks
           where check.Verdict != Verdict.Ok
           let told = Device(findings, check) ?? Bus(findings, check) ?? check
           group SubjectOf(check) by (told.Verdict, told.Topic, Found: Found(told), Advice: Advice(told) ?? "") into alike
           orderby alike.Key.Verdict descending
           select new Treatment(alike.Key.Verdict, string.Join(Comma, alike), alike.Key.Found, alike.Key.Advice),
    ];

    /// <summary>A subject and what was found of it.</summary>
    public string Line(string subject, string found) => $"{subject}{Colon}{found}";

    /// <summary>What is looked at now.</summary>
    public abstract string Looking(Check at);

    /// <summary>The one line above all: how many things are to be done, as they are listed below it, and how many checks are well.</summary>
    public string Sum(Findings findings)
    {
        var treatments = Treatments(findings);
        return treatments.Count == 0 ? AllWell(findings.Checks.Count) : Sum(treatments.Count(t => t.Verdict == Verdict.Broken), treatments.Count(t => t.Verdict == Verdict.Look), findings.Count(Verdict.Ok));
    }

    /// <summary>Channels that are computed from others, and why they are not read; null where there are none.</summary>
    public string? Derived(Findings findings) => findings.Derived.Count == 0 ? null : Computed(string.Join(Comma, findings.Derived));

    /// <summary>That the gateway runs, whose readings these are, and that its devices were left alone.</summary>
    public abstract string Beside(Findings findings);

    public abstract string Of(DoctorLabel label);

    public abstract string Time(Findings findings);

    /// <summary>What a loop current would come to, beside its value.</summary>
    public abstract string Raises { get; }

    public abstract string Interrupted { get; }

    public abstract string Written(string path);

    public abstract string Signed(ulong index, bool byGateway);

    public abstract string NotSigned(string why);

    /// <summary>Why nothing was entered: nobody is named, the gateway could not start either, another user owns the key, the running gateway did not take it.</summary>
    public abstract string NoName { get; }

    /// <summary>Why nothing was entered: what was found is not of what the running gateway has in force.</summary>
    public abstract string NotInForce { get; }

    /// <inheritdoc cref="NoName"/>
    public abstract string NotItself { get; }

    /// <inheritdoc cref="NoName"/>
    public abstract string NotOwner(string key);

    /// <inheritdoc cref="NoName"/>
    public abstract string NotTaken { get; }

    /// <summary>What cannot be simulated.</summary>
    public abstract string NotCurrent(string text);

    public abstract string NoLoop(string channel, IEnumerable<string> loops);

    /// <summary>A current without a channel behind it.</summary>
    public abstract string NoChannel(string current, IEnumerable<string> loops);

    /// <summary>Why nothing was looked at: two of them at once would take each other's answers.</summary>
    public abstract string NotAlone(string configuration);

    /// <summary>Of a channel: value and unit, of a contact its state in words; or that there is none.</summary>
    public string Value(ChannelReading reading) => reading.Value is { } state && Enum.TryParse<WatchedContact>(reading.Contact, out var contact)
        ? Field.Of(contact, state != 0) : Value(reading.Value, reading.Unit, reading.Resolution);

    /// <summary>Enough of a SHA-256 to tell it from another.</summary>
    protected static string ShortHash(string sha256) => $"{sha256[..Math.Min(8, sha256.Length)]}...";

    protected static WatchedContact Watched(Check check) => Enum.TryParse<WatchedContact>(check.Contact, out var contact) ? contact : WatchedContact.Tamper;

    /// <summary>With as many decimals as the resolution means; a plain number has no unit.</summary>
    public static string Value(double? value, string unit, double resolution) => value is { } number ? $"{ShownValue.Of(number, resolution)} {ShownUnit.Of(unit)}".TrimEnd() : "–";

    /// <summary>Quality, and the reason where it is not good.</summary>
    public string Judged(Quality? quality, Reason reason) => quality switch
    {
        null => Of(DoctorLabel.NotRead),
        Quality.Good => Field.Of(Quality.Good),
        { } other => $"{Field.Of(other)}{Colon}{Field.Of(reason)}",
    };

    protected abstract string Colon { get; }

    protected abstract string Comma { get; }

    protected abstract string AllWell(int checks);

    protected abstract string Sum(int broken, int look, int well);

    protected abstract string Computed(string channels);

    /// <summary>The device of a channel, where its own check asks for the same deed.</summary>
    private Check? Device(Findings findings, Check check) => findings.Checks.FirstOrDefault(d => d.Topic == Topic.Device && d.Subject == check.Place && Advice(d) == Advice(check));

    /// <summary>The bus of a channel that has no value because that bus is broken.</summary>
    private static Check? Bus(Findings findings, Check check) => check is not { Topic: Topic.Channel, Reason: Reason.BusFault } ? null
        : findings.Checks.FirstOrDefault(b => b is { Topic: Topic.Bus, Verdict: Verdict.Broken } && check.Place?.StartsWith(b.Subject + " ", StringComparison.Ordinal) == true);

    protected abstract string OfSymptom(Check check);

    protected abstract string OfReason(Check check);
}
