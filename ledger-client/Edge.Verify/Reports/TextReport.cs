using System.Security.Cryptography;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>The report for people: the sentence, then what it rests on.</summary>
public static class TextReport
{
    public static void Write(ReportWriter writer, Examination e)
    {
        writer.Paragraph(VerdictSentence.Of(e));
        writer.Blank();
        if (e.Verdict.Outcome != Outcome.Invalid)
        {
            GatewaySection.Write(writer, e);
            ReadingsSection.Write(writer, e);
            ChannelsSection.Write(writer, e);
            OthersSection.Write(writer, e);
            writer.Field(e.Phrases.Word(Label.ProvedTime), VerdictSentence.Existed(e));
            if (e.Interval.NotAfter is { } end && e.Verdict.Readings.Any(r => r.Reading.Wall?.Seconds > end && r.Reading.Wall?.Seconds < end + 1))
                writer.Field("", e.Phrases.Word(Label.WholeSeconds));
            if (e.Verdict.Readings.Any(r => e.Displayed.Of(r) is { IsRecomputed: true }))
                writer.Field("", e.Phrases.Word(Label.RecomputedTimes));
            AcceptedBy(writer, e);
            Block(writer, e);
            Complete(writer, e);
            Reservations(writer, e);
        }

        Files(writer, e);
        TrustSection.Write(writer, e.Policy, e.Phrases, e.Asked.Full, TrustSection.Note(e.Verdict.Outcome != Outcome.Invalid));
    }

    private static void AcceptedBy(ReportWriter writer, Examination e)
    {
        var accepted = e.Verdict.AcceptedBy;
        writer.Field(e.Phrases.Word(Label.AcceptedBy), e.Phrases.Accepted(accepted.Count, e.Policy.Witnesses.Count, e.Policy.QuorumSize));
        foreach (var cosigner in accepted)
            writer.Field("", $"{e.Times.Full(cosigner.Time)} {e.Times.Zone}  {ShownText.Name(cosigner.Witness)}");
        var silent = e.Policy.Witnesses.Select(w => w.Name).Except(accepted.Select(c => c.Witness)).Select(ShownText.Name).ToArray();
        if (silent.Length > 0)
            writer.Field("", $"{e.Phrases.Word(Label.NotAcceptedBy)}{e.Phrases.Colon}{string.Join(e.Phrases.Comma, silent)}");
    }

    private static void Block(ReportWriter writer, Examination e)
    {
        var block = e.Verdict.Receipt!.Block;
        var time = TimeBounds.SignedBy(e.Policy, block.Block.Cosigners);
        writer.Field(
            e.Phrases.Word(Label.CityBlock),
            $"{e.Phrases.Block(block.Block.Checkpoint!.Size, time is { } t ? e.Times.Full(t) : null, e.Times.Zone)}{e.Phrases.Semicolon}{Shortened.Hash(block.BlockHash, e.Asked.Full)}");
    }

    private static void Complete(ReportWriter writer, Examination e)
    {
        var label = e.Phrases.Word(Label.Completeness);
        foreach (var clause in Completeness.Of(e))
        {
            writer.Field(label, clause);
            label = "";
        }
    }

    private static void Reservations(ReportWriter writer, Examination e)
    {
        var label = e.Phrases.Word(Label.Reservations);
        foreach (var sentence in ReservationList.Sentences(e.Verdict, e.Phrases).DefaultIfEmpty(e.Phrases.Word(Label.NoReservations)))
        {
            writer.Field(label, sentence);
            label = "";
        }
    }

    private static void Files(ReportWriter writer, Examination e)
    {
        writer.Field(e.Phrases.Word(Label.EvidenceFile), $"{e.Asked.Evidence}{e.Phrases.Semicolon}SHA-256 {Shortened.Hash(SHA256.HashData(e.EvidenceBytes), e.Asked.Full)}");
        writer.Field(e.Phrases.Word(Label.PolicyFile), $"{e.Asked.Policy}{e.Phrases.Semicolon}SHA-256 {Shortened.Hash(SHA256.HashData(e.PolicyBytes), e.Asked.Full)}");
    }
}
