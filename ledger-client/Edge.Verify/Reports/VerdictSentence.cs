using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;

namespace Edge.Verify.Reports;

/// <summary>The verdict in one sentence that a court clerk can read, reason first.</summary>
public static class VerdictSentence
{
    private const int NamedChannels = 3;

    public static string Of(Examination e)
    {
        var findings = ReservationList.Sentences(e.Verdict, e.Phrases);
        var sentence = e.Verdict.Outcome switch
        {
            Outcome.Invalid => e.Phrases.Invalid(findings[0]),
            Outcome.ValidBut => e.Phrases.ValidBut(findings, Claim(e)),
            _ => e.Phrases.Valid(Claim(e)),
        };
        return ShownText.Clean(sentence);
    }

    public static string Existed(Examination e)
    {
        var (notBefore, notAfter) = e.Interval;
        return e.Phrases.Existed(
            notBefore is { } begin ? e.Times.Full(begin) : null,
            notAfter is { } end ? notBefore is { } same ? e.Times.After(same, end) : e.Times.Full(end) : null,
            e.Times.Zone);
    }

    private static string Claim(Examination e) => e.Phrases.Claim(
        Subject(e),
        e.Verdict.Gateway!.GatewayId!,
        Existed(e),
        e.Verdict.AcceptedBy.Count,
        e.Policy.Witnesses.Count,
        Completeness.InFull(e));

    private static string Subject(Examination e)
    {
        var readings = e.Verdict.Readings;
        if (readings.Count == 0)
            return e.Phrases.OtherEntries([.. Subjects.Others(e.Verdict).Select(o => e.Phrases.Kind(o.Entry)).Distinct()], Subjects.Others(e.Verdict).Count);
        if (readings.Count > 1)
        {
            var channels = readings.Select(r => ShownText.Name(r.Reading.Channel)).Distinct().ToArray();
            return e.Phrases.Readings(Subjects.Counts(e.Verdict), channels[..Math.Min(NamedChannels, channels.Length)], Math.Max(0, channels.Length - NamedChannels));
        }

        var reading = readings[0].Reading;
        var quality = reading.Quality == Quality.Good && reading.Reason == Reason.None
            ? ""
            : e.Phrases.QualityAndReason(reading.Quality, reading.Reason);
        return reading.Value is not null
            ? e.Phrases.Reading(new ValueText(full: false, e.Phrases).WithUnit(readings[0]), ShownText.Name(reading.Channel), quality)
            : e.Phrases.Absent(ShownText.Name(reading.Channel), e.Phrases.QualityAndReason(reading.Quality, reading.Reason));
    }
}
