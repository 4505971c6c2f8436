using System.Globalization;
using Edge.Ledger.Entries;
using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>
/// The seals that the file shows: what each closes, and the city block it names, which is what the earliest time rests on. One that a reading's own hash binds
/// may be shown without its place in the log.
/// </summary>
public static class SealsPart
{
    private const int MaxRows = 50;

    public static void Write(HtmlWriter html, Examination e)
    {
        var placed = e.Verdict.Entries.Where(p => p.Entry is SealEntry).Select(p => (Index: (ulong?)p.Index, Seal: (SealEntry)p.Entry)).ToArray();
        var bound = e.Verdict.Readings.Select(r => r.Seal).OfType<SealEntry>().Distinct().Except(placed.Select(p => p.Seal));
        (ulong? Index, SealEntry Seal)[] seals = [.. bound.Select(s => ((ulong?)null, s)), .. placed];
        if (seals.Length == 0)
            return;
        var phrases = e.Phrases;
        var most = e.Asked.Full ? int.MaxValue : MaxRows;
        using var part = HtmlPage.Section(html, phrases.Word(PageLabel.Seals));
        using (var table = new Table(
            html, "seals", "", $"#{Phrases.Capitalized(phrases.Word(Label.Entry))}", phrases.Word(PageLabel.Closes), phrases.Word(PageLabel.Counts),
            $"{Phrases.Capitalized(phrases.Word(Label.DeviceTime))} ({e.Times.Zone})", phrases.Word(PageLabel.Beacon)))
        {
            using var body = table.Body();
            foreach (var (index, seal) in seals.Take(most))
            {
                using var row = table.Row();
                table.Figure(index?.ToString("#,0", CultureInfo.InvariantCulture) ?? "-");
                table.Cell(phrases.Span(seal.First, seal.Last));
                table.Cell(phrases.Qualities(seal.Counts));
                table.Cell(DeviceSpan.Shown(seal.Wall, e.Times, phrases));
                Beacon(html, seal.Beacon, phrases);
            }
        }

        if (seals.Take(most).Any(s => s.Index is null))
            html.Element("p", phrases.Word(PageLabel.NoPlace), ("class", "small"));
        if (seals.Length > most)
            html.Element("p", phrases.LeftOut(seals.Length - most));
    }

    private static void Beacon(HtmlWriter html, Beacon? beacon, Phrases phrases)
    {
        using var cell = html.In("td");
        if (beacon is not { } known)
        {
            html.Text(phrases.Word(PageLabel.NoBeacon));
            return;
        }

        html.Text($"{known.Height.ToString("#,0", CultureInfo.InvariantCulture)} ");
        html.Hashes.Write(html, $"{phrases.Word(PageLabel.Beacon)} {known.Height}", known.Hash.Bytes);
    }
}
