using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Edge.Gateway.Doctor.Words;
using static Edge.Gateway.Doctor.Words.DoctorLabel;

namespace Edge.Gateway.Doctor.Reports;

/// <summary>
/// Findings as one page in HTML to print, sign by hand and file; it needs nothing from elsewhere. It holds the findings' JSON too, whose SHA-256 stands in the log entry: whoever has page
/// and evidence file can tell that neither was changed.
/// </summary>
public sealed class ReportPage(DoctorWords words)
{
    private readonly StringBuilder _page = new();

    /// <summary>How a report begins, by which one is known again.</summary>
    public static ReadOnlySpan<byte> Mark => "<!doctype html><!-- edge-commissioning/v1 -->"u8;

    /// <summary>Lower-case hexadecimal.</summary>
    /// <param name="json">Of <see cref="FindingsJson"/>.</param>
    public static string Hash(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    /// <param name="signed">Null: nobody entered it in the log.</param>
    public string Of(Findings findings, SignedExamination? signed)
    {
        var json = FindingsJson.Write(findings);
        Head(findings, Hash(json));
        Site(findings, signed, Hash(json));
        Mend(words.Treatments(findings));
        Channels(findings);
        if (words.Derived(findings) is { } derived)
            _page.Append("<p>").Append(Html.Text(derived)).Append("</p>\n");
        Simulated(findings);
        Checks(findings);
        _page.Append(CultureInfo.InvariantCulture, $"<p class=soft>{Say(HowToCheck)}</p>\n<div class=sign><div>{Say(Signature)}{(signed is null ? "" : $" · {Html.Text(signed.Who)}")}</div><div>{Say(SignatureDate)}</div></div>\n");
        return _page.Append("<script type=\"application/json\" id=\"findings\">").Append(json).Append("</script></body></html>\n").ToString();
    }

    private void Head(Findings findings, string hash) => _page.Append(Encoding.ASCII.GetString(Mark)).Append(CultureInfo.InvariantCulture, $"""

        <html lang="{words.Code}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Say(Report)} · {Html.Text(findings.Gateway)}</title>
        <style>{ReportStyle.Css.Replace("HASH", hash, StringComparison.Ordinal)}</style></head><body>
        <h1>{Say(Report)} · {Html.Text(findings.Gateway)}</h1>
        <p class=sum>{Html.Text(words.Sum(findings))}</p>

        """);

    private void Site(Findings findings, SignedExamination? signed, string hash)
    {
        _page.Append("<dl>");
        Row(DoctorLabel.Time, Html.Text(words.Time(findings)));
        if (findings.Board is { } board)
            Row(DoctorLabel.Board, Html.Text(board));
        if (findings.Key is { } key)
            Row(DoctorLabel.Key, Html.Text(key));
        Row(DoctorLabel.Configuration, $"{Html.Text(findings.Configuration)}<br>{findings.ConfigurationSha256}");
        if (findings is { IsOther: true, ConfigurationInForceSha256: { } inForce })
            Row(InForce, inForce);
        Row(FindingsHash, hash);
        if (signed is not null)
            Row(SignedBy, Html.Text(signed.Who));
        Row(DoctorLabel.Entry, signed is null ? Say(NotEntered) : signed.Index.ToString(CultureInfo.InvariantCulture));
        _page.Append("</dl>\n");
        if (findings.Running)
            _page.Append("<p>").Append(Html.Text(words.Beside(findings))).Append("</p>\n");
    }

    private void Mend(IReadOnlyList<Treatment> treatments)
    {
        if (treatments.Count == 0)
            return;
        _page.Append("<h2>").Append(Say(DoctorLabel.Mend)).Append("</h2><ol>\n");
        foreach (var treatment in treatments)
            _page.Append(CultureInfo.InvariantCulture, $"<li><p>{Of(treatment.Verdict)} <b>{Html.Name(treatment.Subjects)}</b> {Html.Text(treatment.Found)}</p><p>{Html.Text(treatment.Advice)}</p></li>\n");
        _page.Append("</ol>\n");
    }

    private void Channels(Findings findings)
    {
        if (findings.Readings.Count == 0)
            return;
        _page.Append("<h2>").Append(Say(DoctorLabel.Channels)).Append("</h2>\n").Table(
            [words.Of(Channel), words.Of(Terminal), words.Of(DoctorLabel.Raw), words.Of(DoctorLabel.Value), words.Of(Scale), words.Of(DoctorLabel.Quality), words.Of(Calibration)], [2, 3],
            findings.Readings.Select(r => (IReadOnlyList<string>)
            [
                Html.Name(r.Channel), Html.Text($"{r.Driver} {r.Bus} {r.Place} {r.Terminal}".TrimEnd()), r.Raw?.ToString(CultureInfo.InvariantCulture) ?? "–", Html.Text(words.Value(r)),
                $"{(r.Milliamps is { } mA ? Milliamps(mA) : "")}{ScaleDrawing.Of(r, $"{r.Channel}: {words.Value(r)}")}", Html.Text(words.Judged(r.Quality, r.Reason)),
                Html.Text(string.Join("; ", new[] { r.Calibration, r.DeviceCalibration }.OfType<string>())),
            ]));
    }

    private void Simulated(Findings findings)
    {
        if (findings.Simulated.Count == 0)
            return;
        _page.Append(CultureInfo.InvariantCulture, $"<h2>{Say(DoctorLabel.Simulated)}</h2><p class=soft>{Say(SimulatedNote)}</p>\n").Table(
            [words.Of(Channel), words.Of(Current), words.Of(DoctorLabel.Raw), words.Of(DoctorLabel.Value), words.Of(DoctorLabel.Quality)], [1, 2, 3],
            findings.Simulated.Select(t => (IReadOnlyList<string>)
            [
                Html.Name(t.Channel), Milliamps(t.Milliamps), t.Raw?.ToString(CultureInfo.InvariantCulture) ?? "–", Html.Text(DoctorWords.Value(t.Value, t.Unit, t.Resolution)),
                Html.Text(words.Judged(t.Quality, t.Reason) + (t.Alarm ? $" ({words.Raises})" : "")),
            ]));
    }

    private void Checks(Findings findings) => _page.Append("<h2>").Append(Say(DoctorLabel.Checks)).Append("</h2>\n").Table(
        [words.Of(DoctorLabel.Verdict), words.Of(Subject), words.Of(DoctorLabel.Found)], [],
        findings.Checks.Select(c => (IReadOnlyList<string>)[Of(c.Verdict), Html.Name(words.SubjectOf(c)), Html.Name(words.Found(c))]));

    private void Row(DoctorLabel label, string html) => _page.Append("<dt>").Append(Say(label)).Append("</dt><dd>").Append(html).Append("</dd>");

    private string Of(Verdict verdict) => $"<span class=\"v {(verdict == Verdict.Ok ? "ok" : verdict == Verdict.Look ? "look" : "broken")}\">{Html.Text(words.Of(verdict))}</span>";

    private string Say(DoctorLabel label) => Html.Text(words.Of(label));

    private static string Milliamps(double milliamps) => $"<span class=nb>{milliamps.ToString("0.00", CultureInfo.InvariantCulture)} mA</span>";
}
