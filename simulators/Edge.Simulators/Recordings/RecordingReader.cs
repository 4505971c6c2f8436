using System.Globalization;
using CsvHelper;
using Edge.Simulators.Commands;
using Edge.Simulators.Sites;

namespace Edge.Simulators.Recordings;

/// <summary>Reads the replayed columns of a CSV file; whatever does not fit the format is an error with file, line and column.</summary>
public sealed class RecordingReader
{
    private readonly string _file;
    private readonly RecordingFormat _format;
    private readonly string[] _columns;
    private readonly int[] _indices;
    private readonly int[] _timeIndices;
    private readonly List<double>[] _values;
    private readonly List<bool>[] _present;
    private readonly List<DateTime?> _times = [];

    private RecordingReader(string file, RecordingFormat format, IEnumerable<ColumnSource> columns)
    {
        _file = file;
        _format = format;
        var header = format.Header.ToList();
        foreach (var source in columns)
        {
            if (!header.Contains(source.Name))
                throw new SiteFileException($"{source.Place}: column \"{source.Name}\" is not in recording.header ({string.Join(", ", header)})");
        }
        _columns = [.. columns.Select(c => c.Name).Distinct()];
        _indices = [.. _columns.Select(c => header.IndexOf(c))];
        _timeIndices = [.. format.TimeColumns.Select(c => header.IndexOf(c))];
        _values = [.. _columns.Select(_ => new List<double>())];
        _present = [.. _columns.Select(_ => new List<bool>())];
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="columns">What is wanted of it.</param>
    /// <exception cref="SiteFileException">At the first line that does not fit.</exception>
    public static Recording Read(string path, RecordingFormat format, IEnumerable<ColumnSource> columns)
    {
        using var reader = Open(path);
        return Read(reader, path, format, columns);
    }

    /// <summary>Reads text.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="columns">What is wanted of it.</param>
    /// <exception cref="SiteFileException">At the first line that does not fit.</exception>
    public static Recording Read(TextReader reader, string file, RecordingFormat format, IEnumerable<ColumnSource> columns) =>
        new RecordingReader(file, format, [.. columns]).Read(reader);

    /// <summary>Opens a file, or says why not.</summary>
    /// <exception cref="SiteFileException">It cannot be read.</exception>
    public static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SiteFileException($"{path}: cannot be read: {e.Message} Check the path and its permissions.");
        }
    }

    private Recording Read(TextReader reader)
    {
        try
        {
            using var csv = CsvText.Open(reader, _format.Delimiter);
            if (!csv.Read() || !CsvText.Fields(csv).SequenceEqual(_format.Header))
                throw new SiteFileException($"{_file}:1:1: the header is not the mapping's recording.header; draft a mapping for this file with: {OwnCommand.Map(_file)}");
            while (csv.Read())
                TakeRow(csv.LineNumber, CsvText.Fields(csv));
        }
        catch (CsvFormatException e)
        {
            throw new SiteFileException($"{_file}:{e.LineNumber}: {e.Message}");
        }
        if (_times.Count == 0)
            throw new SiteFileException($"{_file}: has no row below its header; record something first");
        var (steps, interval) = Steps();
        return new Recording(_columns, [.. _values.Select(v => v.ToArray())], [.. _present.Select(p => p.ToArray())], steps, interval);
    }

    private void TakeRow(long line, string[] fields)
    {
        if (fields.Length != _format.Header.Count)
            throw Problem(line, Math.Min(fields.Length, _format.Header.Count) - 1, $"the line has {fields.Length} fields where the header has {_format.Header.Count}; complete or remove it");
        _times.Add(Time(line, fields));
        for (var i = 0; i < _columns.Length; i++)
            Take(line, i, fields[_indices[i]]);
    }

    private void Take(long line, int column, string field)
    {
        var text = field.Trim();
        var present = !_format.Missing.Contains(text);
        var value = 0.0;
        if (present && !(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && !double.IsNaN(value)))
            throw Problem(line, _indices[column], $"\"{text}\" is neither a number nor one of the marks for missing values ({string.Join(", ", _format.Missing.Select(m => $"\"{m}\""))}); correct it or add it to recording.missing");
        _values[column].Add(value);
        _present[column].Add(present);
    }

    private DateTime? Time(long line, string[] record)
    {
        var text = string.Join(' ', _timeIndices.Select(i => record[i].Trim()));
        if (string.IsNullOrWhiteSpace(text) || _timeIndices.All(i => _format.Missing.Contains(record[i].Trim())))
            return null;
        if (DateTime.TryParseExact(text, _format.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        throw Problem(line, _timeIndices[0], $"\"{text}\" is not a time of the form {_format.TimeFormat}; correct recording.time");
    }

    private (TimeSpan[] Steps, TimeSpan Interval) Steps()
    {
        var differences = new TimeSpan[_times.Count];
        for (var i = 0; i + 1 < _times.Count; i++)
            differences[i] = _times[i] is { } from && _times[i + 1] is { } to ? to - from : TimeSpan.Zero;
        var forward = differences.Where(d => d > TimeSpan.Zero).Order().ToArray();
        var interval = forward.Length > 0 ? forward[(forward.Length - 1) / 2] : TimeSpan.FromSeconds(1);
        return ([.. differences.Select(d => d > TimeSpan.Zero ? d : interval)], interval);
    }

    private SiteFileException Problem(long line, int column, string what)
    {
        var name = column >= 0 && column < _format.Header.Count ? _format.Header[column] : "";
        return new SiteFileException($"{_file}:{line}: column {column + 1} ({name}): {what}");
    }
}
