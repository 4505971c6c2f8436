using CsvHelper;

namespace Edge.Simulators.Recordings;

/// <summary>CSV as recordings have it: RFC 4180 quotes, any line ends, a header that is read as a row because its names may be empty.</summary>
internal static class CsvText
{
    public static CsvReader Open(TextReader reader, char delimiter) => CsvReader.Create(reader, new CsvReaderOptions
    {
        Separator = delimiter,
        HasHeader = false,
        TrackLineNumbers = true,
        DetectSeparatorHint = false,
        MaxRecordSize = 1 << 20,
        MalformedData = CsvMalformedDataHandling.Throw,
    });

    public static string[] Fields(CsvReader csv)
    {
        var fields = new string[csv.FieldCount];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = csv.GetString(i);
        return fields;
    }

    public static string[] Line(string line, char delimiter)
    {
        try
        {
            using var csv = Open(new StringReader(line), delimiter);
            return csv.Read() ? Fields(csv) : [];
        }
        catch (CsvFormatException)
        {
            return [];
        }
    }
}
