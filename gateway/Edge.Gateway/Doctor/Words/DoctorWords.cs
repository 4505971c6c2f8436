using System.Globalization;
using Edge.Gateway.Doctor.Readings;
using Edge.Ledger.Entries;
using Edge.Ledger.Text;

namespace Edge.Gateway.Doctor.Words;

/// <summary>What people read of an examination, in one language: first what was found, then which wire or setting to touch.</summary>
public abstract class DoctorWords
{
    public static DoctorWords English { get; } = new EnglishDoctorWords();

    public static DoctorWords Chinese { get; } = new ChineseDoctorWords();

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
           group SubjectOf(check) by (check.Verdict, check.Topic, Found: Found(check), Advice: Advice(check) ?? "") into alike
           orderby alike.Key.Verdict descending
           select new Treatment(alike.Key.Verdict, string.Join(Comma, alike), alike.Key.Found, alike.Key.Advice),
    ];

    /// <summary>A subject and what was found of it.</summary>
    public string Line(string subject, string found) => $"{subject}{Colon}{found}";

    /// <summary>What is looked at now.</summary>
    public abstract string Looking(Check at);

    /// <summary>The one line above all: how many of each, and what comes next.</summary>
    public abstract string Sum(Findings findings);

    /// <summary>That the gateway runs, and its devices were left alone.</summary>
    public abstract string LeftAlone { get; }

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

    /// <inheritdoc cref="NoName"/>
    public abstract string NotItself { get; }

    /// <inheritdoc cref="NoName"/>
    public abstract string NotOwner(string key);

    /// <inheritdoc cref="NoName"/>
    public abstract string NotTaken { get; }

    /// <summary>What cannot be simulated.</summary>
    public abstract string NotCurrent(string text);

    public abstract string NoLoop(string channel, IEnumerable<string> loops);

    /// <summary>Of a channel: value and unit, or why there is none.</summary>
    public static string Value(ChannelReading reading) => Value(reading.Value, reading.Unit, reading.Resolution);

    /// <summary>With as many decimals as the resolution means.</summary>
    public static string Value(double? value, string unit, double resolution)
    {
        if (value is not { } number)
            return "–";
        var decimals = resolution is > 0 and < 1 ? Math.Min(6, (int)Math.Ceiling(-Math.Log10(resolution))) : 0;
        return $"{number.ToString($"F{decimals.ToString(CultureInfo.InvariantCulture)}", CultureInfo.InvariantCulture)} {unit}";
    }

    /// <summary>Quality, and the reason where it is not good.</summary>
    public string Judged(Quality? quality, Reason reason) => quality switch
    {
        null => Of(DoctorLabel.NotRead),
        Quality.Good => Field.Of(Quality.Good),
        { } other => $"{Field.Of(other)}{Colon}{Field.Of(reason)}",
    };

    protected abstract string Colon { get; }

    protected abstract string Comma { get; }

    protected abstract string OfSymptom(Check check);

    protected abstract string OfReason(Check check);
}
