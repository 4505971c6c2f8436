using System.Globalization;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>
/// All readings in the log's order, figures aligned by their decimals. Of very many, the first and the last, with the number of those left out; "--full" shows all.
/// Rows are grouped by what bounds them from below.
/// </summary>
public static class ReadingsTable
{
    /// <summary>More rows than this make browsers slow; they are about two hundred printed pages.</summary>
    public const int MaxRows = 10_000;

    public static void Write(HtmlWriter html, Examination e)
    {
        var (readings, phrases) = (e.Verdict.Readings, e.Phrases);
        if (readings.Count < 2)
            return;
        using var part = HtmlPage.Section(html, phrases.Word(PageLabel.AllReadings), "readings");
        var all = e.Asked.Full || readings.Count <= MaxRows;
        using var table = new Table(
            html, "readings", phrases.Rows(all ? readings.Count : MaxRows, readings.Count),
            $"#{Phrases.Capitalized(phrases.Word(Label.Entry))}", Phrases.Capitalized(phrases.Word(Label.Channel)), $"#{Phrases.Capitalized(phrases.Word(Label.Value))}", phrases.Word(PageLabel.Unit),
            $"#{Phrases.Capitalized(phrases.Word(Label.Raw))}", Phrases.Capitalized(phrases.Word(Label.Quality)), $"{Phrases.Capitalized(phrases.Word(Label.DeviceTime))} ({e.Times.Zone})");
        var rows = new RowWriter(html, table, e);
        if (all)
        {
            rows.Write(readings, 0, readings.Count);
            return;
        }

        rows.Write(readings, 0, MaxRows / 2);
        using (table.Body())
        using (table.Row())
            html.Element("td", phrases.Omitted(readings.Count - MaxRows), ("colspan", "7"), ("class", "omitted"));
        rows.Write(readings, readings.Count - MaxRows / 2, readings.Count);
    }

    private sealed class RowWriter(HtmlWriter html, Table table, Examination e)
    {
        private readonly ValueText _values = new(e.Asked.Full, e.Phrases);

        /// <summary>One table body for each run of readings with the same lower bound, under a head that says it where it differs from that of all.</summary>
        public void Write(IReadOnlyList<ProvedReading> readings, int first, int end)
        {
            for (var i = first; i < end;)
            {
                using var body = table.Body();
                var bound = readings[i].NotBefore;
                if (bound is { } from && from != e.Interval.NotBefore)
                {
                    using var row = table.Row();
                    html.Element("th", $"{e.Phrases.Word(Label.NotBefore)} {e.Times.Full(from)} ({e.Times.Zone})", ("scope", "rowgroup"), ("colspan", "7"));
                }

                for (; i < end && readings[i].NotBefore == bound; i++)
                    Write(readings[i]);
            }
        }

        private void Write(ProvedReading proved)
        {
            var reading = proved.Reading;
            using var row = reading is { Quality: Quality.Good, Value: not null } ? html.In("tr") : html.In("tr", ("class", reading.Quality == Quality.Uncertain ? "uncertain" : "bad"));
            table.Figure(proved.Index.ToString("#,0", CultureInfo.InvariantCulture));
            table.Cell(reading.Channel);
            table.Figure(_values.Of(proved));
            table.Cell(reading.Value is null ? "" : ShownUnit.Of(reading.Unit));
            table.Figure(reading.Raw?.ToString(CultureInfo.InvariantCulture) ?? "-");
            table.Cell(e.Phrases.QualityAndReason(reading.Quality, reading.Reason));
            table.Cell(DeviceTimes.Short(e, proved));
        }
    }
}
