using System.Globalization;
using CsvHelper;
using Edge.Simulators.Sites;

namespace Edge.Simulators.Recordings;

/// <summary>Looks through an unknown recording: delimiter, time, missing marks, which columns are numbers.</summary>
internal sealed record RecordingSurvey(char Delimiter, IReadOnlyList<SurveyedColumn> Columns, IReadOnlyList<string> TimeColumns, string TimeFormat)
{
    /// <summary>Columns of numbers, the time aside.</summary>
    public IEnumerable<SurveyedColumn> NumericColumns => Columns.Where(c => c.Numeric && !TimeColumns.Contains(c.Name));

    private static readonly char[] Delimiters = [';', '\t', '|', ','];
    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyy/MM/dd", "d/M/yyyy", "MM/dd/yyyy", "d.M.yyyy", "yyyyMMdd"];
    private static readonly string[] Times = ["HH:mm:ss", "HH:mm", "HH:mm:ss.fff", "HH:mm:ss.ffffff", "HHmmss"];

    public static RecordingSurvey Take(string path)
    {
        string header;
        using (var reader = RecordingReader.Open(path))
            header = reader.ReadLine() ?? "";
        var delimiter = Delimiters.MaxBy(d => CsvText.Line(header, d).Length);
        var names = CsvText.Line(header, delimiter);
        if (names.Length < 2)
            throw new SiteFileException($"{path}:1: no delimiter found in \"{header}\"; a recording has a header line with names separated by , ; | or tab");
        var columns = names.Select((n, i) => new SurveyedColumn(n, i + 1)).ToList();
        var samples = new List<string[]>();
        using (var reader = RecordingReader.Open(path))
            Read(path, reader, delimiter, columns, samples);
        if (samples.Count == 0)
            throw new SiteFileException($"{path}: has no row below its header");
        var (timeColumns, format) = FindTime(names, samples);
        return timeColumns.Count > 0 ? new RecordingSurvey(delimiter, columns, timeColumns, format)
            : throw new SiteFileException($"{path}:2: no column holds a time in a known form ({string.Join(", ", Dates)} with {string.Join(", ", Times)}, also with T between and Z behind); convert the time column first");
    }

    private static void Read(string path, TextReader reader, char delimiter, List<SurveyedColumn> columns, List<string[]> samples)
    {
        try
        {
            using var csv = CsvText.Open(reader, delimiter);
            csv.Read();
            while (csv.Read())
            {
                var fields = CsvText.Fields(csv);
                if (fields.Length != columns.Count)
                    throw new SiteFileException($"{path}:{csv.LineNumber}: the line has {fields.Length} fields where the header has {columns.Count}; complete or remove it");
                if (samples.Count < 200)
                    samples.Add(fields);
                for (var i = 0; i < fields.Length; i++)
                {
                    var text = fields[i].Trim();
                    columns[i].Add(text, double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) ? number : null);
                }
            }
        }
        catch (CsvFormatException e)
        {
            throw new SiteFileException($"{path}:{e.LineNumber}: {e.Message}");
        }
    }

    private static (IReadOnlyList<string> Columns, string Format) FindTime(string[] names, List<string[]> samples)
    {
        for (var i = 0; i < names.Length; i++)
        {
            foreach (var date in Dates)
            {
                foreach (var time in Times)
                {
                    if (Whole(date, time).FirstOrDefault(format => Fits(samples, r => r[i], format)) is { } whole)
                        return ([names[i]], whole);
                    if (i + 1 < names.Length && Fits(samples, r => r[i], date) && Fits(samples, r => r[i + 1], time))
                        return ([names[i], names[i + 1]], $"{date} {time}");
                }
            }
        }
        return ([], "");
    }

    /// <summary>Date and time in one column; ISO 8601 puts a T between and, for UTC, a Z behind.</summary>
    private static string[] Whole(string date, string time) => [$"{date} {time}", $"{date}'T'{time}", $"{date}'T'{time}'Z'", $"{date} {time}'Z'"];

    private static bool Fits(List<string[]> samples, Func<string[], string> text, string format) =>
        samples.Any(r => text(r).Length > 0) &&
        samples.TrueForAll(r => text(r).Length == 0 || DateTime.TryParseExact(text(r).Trim(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
}
