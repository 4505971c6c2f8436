using System.Globalization;
using System.Text;
using Edge.Gateway.Doctor.Readings;
using Edge.Gateway.Doctor.Words;
using Edge.Ledger.Text;
using static Edge.Gateway.Doctor.Words.DoctorLabel;

namespace Edge.Gateway.Doctor;

/// <summary>Findings as a page of at most 80 columns: what to mend first, in the order in which a person would; then channels; then what else was looked at and is well.</summary>
/// <param name="isColoured">The terminal shows colours; words say the same without.</param>
/// <param name="width">Columns, 40 to 80.</param>
public sealed class DoctorPage(DoctorWords words, bool isColoured, int width = DoctorPage.Width)
{
    public const int Width = 80;

    private const string Reset = "\e[0m";

    private readonly StringBuilder _page = new();

    public string Of(Findings findings)
    {
        Append("", $"{findings.Gateway}: {words.Sum(findings)}");
        Append("", words.Time(findings));
        if (findings.Running)
            Append("", words.Beside(findings));
        Mend(words.Treatments(findings));
        Channels(findings.Readings);
        if (words.Derived(findings) is { } derived)
            Append("  ", derived);
        Simulated(findings.Simulated);
        Well([.. findings.Checks.Where(c => c is { Verdict: Verdict.Ok, Topic: not Topic.Channel })]);
        return _page.ToString();
    }

    private void Mend(IReadOnlyList<Treatment> treatments)
    {
        if (treatments.Count > 0)
            Head(words.Of(DoctorLabel.Mend));
        var verdicts = Widest([.. treatments.Select(t => words.Of(t.Verdict))]);
        for (var i = 0; i < treatments.Count; i++)
        {
            var treatment = treatments[i];
            var head = $"{(i + 1).ToString(CultureInfo.InvariantCulture),3} {TextWidth.Left(words.Of(treatment.Verdict), verdicts)}  ";
            Append(head, words.Line(treatment.Subjects, treatment.Found), treatment.Verdict);
            Append(new string(' ', TextWidth.Of(head)), treatment.Advice);
        }
    }

    private void Channels(IReadOnlyList<ChannelReading> readings)
    {
        if (readings.Count == 0)
            return;
        Head(words.Of(DoctorLabel.Channels));
        Rows([.. readings.Select(r => (string[])[r.Channel, words.Value(r), Raw(r.Raw), r.Milliamps is { } mA ? Milliamps(mA) : r.Terminal ?? "", words.Judged(r.Quality, r.Reason)])]);
    }

    private void Simulated(IReadOnlyList<LoopTrial> trials)
    {
        if (trials.Count == 0)
            return;
        Head(words.Of(DoctorLabel.Simulated));
        Append("  ", words.Of(SimulatedNote));
        Rows([.. trials.Select(t => (string[])[t.Channel, Milliamps(t.Milliamps), Raw(t.Raw), DoctorWords.Value(t.Value, t.Unit, t.Resolution), words.Judged(t.Quality, t.Reason) + (t.Alarm ? $" ({words.Raises})" : "")])]);
    }

    private void Well(IReadOnlyList<Check> checks)
    {
        if (checks.Count > 0)
            Head(words.Of(DoctorLabel.Well));
        foreach (var check in checks)
            Append("  ", words.Line(words.SubjectOf(check), words.Found(check)));
    }

    /// <summary>The first column to the left, numbers to the right; the last may take lines.</summary>
    private void Rows(List<string[]> rows)
    {
        var widths = Enumerable.Range(0, 4).Select(i => Widest([.. rows.Select(r => r[i])])).ToArray();
        foreach (var row in rows)
        {
            var head = $"  {TextWidth.Left(row[0], widths[0])}  {TextWidth.Right(row[1], widths[1])}  {TextWidth.Right(row[2], widths[2])}  {TextWidth.Right(row[3], widths[3])}  ";
            if (TextWidth.Of(head) > width - 20)
            {
                Append("  ", row[0]);
                head = $"    {row[1]}  {row[2]}  {row[3]}  ";
            }

            Append(head, row[4]);
        }
    }

    private void Head(string text) => _page.Append('\n').Append(text).Append('\n');

    /// <summary>A text after a head, its further lines under its first.</summary>
    private void Append(string head, string text, Verdict verdict = Verdict.Ok)
    {
        var indent = TextWidth.Of(head);
        var colour = !isColoured || verdict == Verdict.Ok ? "" : verdict == Verdict.Broken ? "\e[31;1m" : "\e[33;1m";
        foreach (var line in LineBreaker.Lines(ShownText.Clean(text), width - indent))
        {
            _page.Append(colour).Append(head).Append(colour.Length > 0 ? Reset : "").Append(line).Append('\n');
            head = new string(' ', indent);
        }
    }

    private static string Raw(long? raw) => raw?.ToString(CultureInfo.InvariantCulture) ?? "–";

    private static string Milliamps(double milliamps) => $"{milliamps.ToString("0.00", CultureInfo.InvariantCulture)} mA";

    private static int Widest(IReadOnlyList<string> texts) => texts.Count == 0 ? 0 : texts.Max(TextWidth.Of);
}
