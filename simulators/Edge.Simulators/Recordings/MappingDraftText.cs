using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Edge.Simulators.Recordings;

/// <summary>A survey as a mapping file: up to sixteen numeric columns on four ADS1115, the others named in a comment.</summary>
internal static partial class MappingDraftText
{
    private const int FirstAddress = 0x48, Terminals = 4, MostInputs = 16;

    public static string Write(RecordingSurvey survey, string path)
    {
        var numeric = survey.NumericColumns.ToList();
        var missing = survey.Columns.Where(c => c.Numeric).SelectMany(c => c.Texts.Keys).Append("").Distinct().Order(StringComparer.Ordinal);
        var yaml = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"# Drafted from {Path.GetFileName(path)}: check domain, names, units and ranges; then edge-sim serve --recording FILE --mapping THIS.\n")
            .Append(CultureInfo.InvariantCulture, $"name: {Name(Path.GetFileNameWithoutExtension(path), "recording")}\n")
            .Append("attribution: \"\"\nrecording:\n")
            .Append(CultureInfo.InvariantCulture, $"  header: [{string.Join(", ", survey.Columns.Select(c => Quote(c.Name)))}]\n")
            .Append(CultureInfo.InvariantCulture, $"  delimiter: {Quote(survey.Delimiter.ToString())}\n")
            .Append(CultureInfo.InvariantCulture, $"  missing: [{string.Join(", ", missing.Select(Quote))}]\n")
            .Append(CultureInfo.InvariantCulture, $"  time: {{ columns: [{string.Join(", ", survey.TimeColumns.Select(Quote))}], format: {Quote(survey.TimeFormat)} }}\n")
            .Append("sensors:\n");
        var names = new HashSet<string>();
        foreach (var (device, columns) in numeric.Take(MostInputs).Chunk(Terminals).Index())
        {
            yaml.Append("  - domain: pipeline   # or energy, water\n    driver: ads1115\n    bus: i2c-1\n")
                .Append(CultureInfo.InvariantCulture, $"    address: 0x{FirstAddress + device:X2}\n    period: 500ms\n")
                .Append("    options: { data_rate: 128, gain: 4.096 }\n    channels:\n");
            foreach (var (terminal, column) in columns.Index())
                yaml.Append(Channel(terminal, column, names));
        }
        foreach (var column in numeric.Skip(MostInputs))
            yaml.Append(CultureInfo.InvariantCulture, $"# not mapped, no terminal left: {column.Name}\n");
        foreach (var column in survey.Columns.Where(c => !c.Numeric && !survey.TimeColumns.Contains(c.Name)))
            yaml.Append(CultureInfo.InvariantCulture, $"# not mapped, no numbers: {column.Name}\n");
        return yaml.ToString();
    }

    private static string Channel(int terminal, SurveyedColumn column, HashSet<string> names)
    {
        var (low, high) = column.Range();
        var given = Name(column.Name, $"c{column.Number}");
        var name = given;
        for (var n = 2; !names.Add(name); n++)
            name = $"{given}-{n}";
        return string.Create(CultureInfo.InvariantCulture,
            $"      - {{ name: {name}, input: ain{terminal}, scale: loop, unit: \"1\", low: {low}, high: {high}, shunt: 150, column: {Quote(column.Name)} }}\n");
    }

    /// <summary>What of a text a name can hold. Where letters are lost (压力, Größe), the substitute comes first, so that names stay distinct.</summary>
    private static string Name(string text, string substitute)
    {
        var name = NotInNames().Replace(text.ToLowerInvariant(), "-").Trim('-');
        if (name.Length == 0 || text.Any(c => !char.IsAscii(c) && char.IsLetter(c)))
            name = name.Length == 0 ? substitute : $"{substitute}-{name}";
        return name.Length > 60 ? name[..60] : name;
    }

    private static string Quote(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal) + "\"";

    [GeneratedRegex("[^a-z0-9._]+")]
    private static partial Regex NotInNames();
}
