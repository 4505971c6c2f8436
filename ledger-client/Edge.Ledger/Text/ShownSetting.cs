namespace Edge.Ledger.Text;

/// <summary>One setting of a channel's definition as people know it: by the name that the configuration file has for it, its value with its unit.</summary>
/// <param name="Name">"flat_line", without the sections it stands in.</param>
/// <param name="Value">"20000 ms".</param>
public readonly record struct ShownSetting(string Name, string Value)
{
    /// <summary>An input's calibration stands within the definition of what is computed from it.</summary>
    private const string Calibration = "calibration.";

    /// <param name="path">As the definition has it, with dots: "rules.flat_line_ms".</param>
    /// <param name="value">Likewise.</param>
    public static ShownSetting Of(string path, string value) => path[(path.LastIndexOf('.') + 1)..] switch
    {
        "period_ms" => new("period", Milliseconds(value)),
        "flat_line_ms" => new("flat_line", Milliseconds(value)),
        "warm_up_ms" => new("warm_up", Milliseconds(value)),
        "plausible_range" => new("range", value),
        "date" or "certificate" or "who" or "result" when path.Contains(Calibration, StringComparison.Ordinal) => new(path[path.LastIndexOf(Calibration, StringComparison.Ordinal)..], value),
        var name => new(name, value),
    };

    public string English => $"{Name} {Value}";

    /// <summary>The name in words with the file's own beside it, so that it is found there: "用途（purpose）计费".</summary>
    public string Chinese => ChineseSettings.Name(Name) is { } words ? $"{words}（{Name}）{ChineseValue}" : English;

    public string ChineseValue => ChineseSettings.Value(Name, Value);

    /// <summary>What is not a number, such as that it is not set, has no unit.</summary>
    private static string Milliseconds(string value) => value.Length > 0 && char.IsAsciiDigit(value[^1]) ? $"{value} ms" : value;
}
