using System.Globalization;

namespace Edge.Sensors.Catalog;

/// <summary>
/// The scalars of one mapping of a configuration file, read by name. What is missing, malformed or unknown is added to the
/// shared list of problems under its path; the reader goes on, so that all problems are seen at once.
/// </summary>
/// <param name="path">Where the mapping stands, for example <c>sensors[0].options</c>.</param>
/// <param name="values">Name to text as written.</param>
/// <param name="problems">Where problems go.</param>
/// <param name="nested">Names of mappings and lists that stand beside the scalars: known here too.</param>
public sealed class SettingBag(string path, IReadOnlyDictionary<string, string> values, ICollection<SettingProblem> problems, params IReadOnlyList<string> nested)
{
    /// <summary>The sizes that a number other than 0 may have.</summary>
    private const double Least = 1e-12, Most = 1e12;

    private readonly List<string> _known = [.. nested];

    /// <summary>Where the mapping stands.</summary>
    public string Path { get; } = path;

    /// <summary>Where it is noted what is asked for; null: nowhere.</summary>
    public AskedSettings? Asked
    {
        get;
        init
        {
            field = value;
            foreach (var name in nested)
                value?.Note(name, SettingForm.Nested, isNeeded: false, null, null);
        }
    }

    /// <summary>Problems found in this mapping so far.</summary>
    public int Complaints { get; private set; }

    /// <summary>Whether the name is written at all.</summary>
    public bool Has(string name)
    {
        Asked?.Optional(name);
        return Find(name) is not null || Asked is not null;
    }

    /// <summary>Notes what a setting that was read may be.</summary>
    public void Limit(string name, Allowed allowed) => Asked?.Limit(name, allowed);

    /// <summary>Whether the name is written, which does not make it one that is known here.</summary>
    public bool IsWritten(string name) => values.ContainsKey(name);

    /// <summary>Adds a problem at <paramref name="name"/>.</summary>
    public void Complain(string name, string message)
    {
        Complaints++;
        problems.Add(new SettingProblem($"{Path}.{name}", message));
    }

    /// <summary>The text; null where there is none, or an empty one.</summary>
    public string? Text(string name, Allowed? allowed = null)
    {
        Asked?.Note(name, SettingForm.Text, isNeeded: false, null, allowed);
        return Whole(name);
    }

    /// <summary>The text; a problem and "" when missing.</summary>
    public string RequiredText(string name, string example, Allowed? allowed = null)
    {
        Asked?.Note(name, SettingForm.Text, isNeeded: true, null, allowed);
        if (Find(name) is not { Length: > 0 })
            Complain(name, $"is missing; write for example {name}: {example}");
        return Whole(name) ?? "";
    }

    /// <summary>A number, 0 or of a size with which a few can be multiplied, or the default.</summary>
    public double Number(string name, double otherwise, Allowed? allowed = null)
    {
        Asked?.Note(name, SettingForm.Number, isNeeded: false, otherwise.ToString(CultureInfo.InvariantCulture), allowed);
        if (Find(name) is not { } text)
            return otherwise;
        if (NumberText.TryParse(text, out double number))
        {
            if (Math.Abs(number) is not (0 or (>= Least and <= Most)))
                Complain(name, string.Create(CultureInfo.InvariantCulture, $"{text} is out of range; write 0, or {Least} to {Most} above or below it"));
            return number;
        }

        Complain(name, $"\"{text}\" is not a number; write for example {name}: {otherwise.ToString(CultureInfo.InvariantCulture)}");
        return otherwise;
    }

    /// <summary>A finite number; a problem and <paramref name="example"/> when missing.</summary>
    public double RequiredNumber(string name, double example, Allowed? allowed = null)
    {
        Asked?.Note(name, SettingForm.Number, isNeeded: true, null, allowed);
        if (Find(name) is null)
            Complain(name, $"is missing; write for example {name}: {example.ToString(CultureInfo.InvariantCulture)}");
        return Number(name, example);
    }

    /// <summary>A whole number, however YAML writes it, or the default.</summary>
    public int Integer(string name, int otherwise, Allowed? allowed = null)
    {
        Asked?.Note(name, SettingForm.Integer, isNeeded: false, otherwise.ToString(CultureInfo.InvariantCulture), allowed);
        if (Find(name) is not { } text)
            return otherwise;
        if (NumberText.TryParse(text, out int number))
            return number;
        Complain(name, $"\"{text}\" is not a whole number; write for example {name}: {otherwise}");
        return otherwise;
    }

    /// <summary>A duration such as 500ms, or the default.</summary>
    public TimeSpan Duration(string name, TimeSpan otherwise)
    {
        Asked?.Note(name, SettingForm.Duration, isNeeded: false, DurationText.Format(otherwise), null);
        if (Find(name) is not { } text)
            return otherwise;
        if (DurationText.TryParse(text, out var duration))
            return duration;
        Complain(name, $"\"{text}\" is not a duration; write a number with ns, us, ms, s, min, h or d, for example {name}: {DurationText.Format(otherwise)}");
        return otherwise;
    }

    /// <summary>An amount of data such as 32GB; a problem when it is malformed or out of range. Null when missing or refused.</summary>
    /// <param name="name">Of the setting.</param>
    /// <param name="low">Bytes.</param>
    /// <param name="high">Bytes.</param>
    /// <param name="example">What would be sensible here.</param>
    public long? Bytes(string name, long low, long high, string example)
    {
        Asked?.Note(name, SettingForm.Bytes, isNeeded: false, null, null);
        if (Find(name) is not { } text)
            return null;
        var isAmount = ByteText.TryParse(text, out var bytes);
        if (isAmount && bytes >= low && bytes <= high)
            return bytes;
        Complain(name, isAmount ? $"{text} is out of range; write {ByteText.Format(low)} to {ByteText.Format(high)}"
            : $"\"{text}\" is not an amount of data; write a number with kB, MB, GB or TB, for example {name}: {example}");
        return null;
    }

    /// <summary>One of a few words; a problem and the first of them when missing or different.</summary>
    public T Choice<T>(string name, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        var text = Find(name);
        var words = new List<string>();
        foreach (var (word, _) in choices)
            words.Add(word);
        Asked?.Note(name, SettingForm.Word, isNeeded: true, null, Allowed.OneOf(words));
        foreach (var (word, value) in choices)
        {
            if (word == text)
                return value;
        }

        // Whoever asked whether it is there was told so only to be led here.
        if (text is null && Asked is { } asked && asked.IsOptional(name))
            return choices[0].Value;
        Complain(name, (text is null ? "is missing" : $"\"{text}\" is not known") + $"; write {string.Join(" or ", words)}");
        return choices[0].Value;
    }

    /// <summary>Complains about every name nobody asked for. Call last.</summary>
    public void RefuseUnknown()
    {
        var known = string.Join(", ", _known.Distinct().Order(StringComparer.Ordinal));
        foreach (var name in values.Keys.Except(_known))
            Complain(name, $"is not a setting here; {(known.Length > 0 ? $"known are {known}" : "remove it")}");
    }

    /// <summary>A text that has something in it, and no zero byte: files and buses are named with it.</summary>
    private string? Whole(string name)
    {
        if (Find(name) is not { Length: > 0 } text)
            return null;
        if (!text.Contains('\0', StringComparison.Ordinal))
            return text;
        Complain(name, "has a zero byte in it; write it anew");
        return null;
    }

    private string? Find(string name)
    {
        _known.Add(name);
        return values.TryGetValue(name, out var text) ? text : null;
    }
}
