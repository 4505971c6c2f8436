using System.Text;
using Edge.Gateway.Configuration;
using Edge.Ledger.Entries;
using Edge.Store.Log;

namespace Edge.Gateway.Consequences;

/// <summary>The consequences of a configuration as a page of at most 80 columns.</summary>
public static class ConsequencePage
{
    public const int Width = 80;

    /// <param name="width">Columns, 40 to 80.</param>
    public static string Write(GatewayConfiguration configuration, ConfigurationConsequences consequences, ConsequenceWords words, int width = Width)
    {
        var page = new StringBuilder();
        Append(page, width, "", words.Title(configuration, hasRoom: consequences.Room > 0, isWhole: !MissingDevices.Doubts(configuration).Any(), isOwn: LogFolder.OtherStack(configuration.Store.Folder) is null));
        var rows = Rows(configuration, consequences, words).ToList();
        var labels = rows.Max(r => Columns.Of(r.Label));
        foreach (var (label, text) in rows)
            Append(page, width, $"  {label}{new string(' ', labels - Columns.Of(label))}  ", text);
        foreach (var doubt in consequences.Doubts(configuration))
            Append(page, width, words.Look, words.Say(doubt, consequences, configuration));
        return page.ToString();
    }

    private static IEnumerable<(string Label, string Text)> Rows(GatewayConfiguration configuration, ConfigurationConsequences c, ConsequenceWords words)
    {
        yield return words.Readings(c.ReadingsPerDay);
        yield return words.OnDisk(c.BytesPerReading, c.BytesPerDay);
        yield return words.Hashes(c.LastingBytesPerDay);
        yield return words.Seals(c.SealsPerDay);
        yield return words.Offline(c.BufferDays, c.Room, c.DiskLimits);
        yield return words.Then(configuration.Store.WhenFull);
        yield return words.Written(c.WrittenPerDay);
        if (c.CardYears is { } years)
            yield return words.Card(years);
        yield return words.Anchors(c.AnchorBytes, c.AnchorBytesPerMonth);
        if (PurposeNeeds.Channels(configuration) is { Count: > 0 } channels)
            yield return words.Purposes(channels.Count - PurposeNeeds.TooSlow(configuration).Count, channels.Count);
        if (PurposeNeeds.LocatesLeaks(configuration))
            yield return words.Leaks(PurposeNeeds.LeakMetres(configuration));
    }

    /// <summary>A text after a head, its further lines under its first.</summary>
    private static void Append(StringBuilder page, int width, string head, string text)
    {
        var indent = Columns.Of(head);
        foreach (var line in Columns.Lines(text, width - indent))
        {
            page.Append(head).Append(line).Append('\n');
            head = new string(' ', indent);
        }
    }
}
