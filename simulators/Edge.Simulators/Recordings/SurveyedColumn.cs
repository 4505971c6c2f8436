namespace Edge.Simulators.Recordings;

/// <summary>What a column of an unknown recording holds.</summary>
/// <param name="name">From the header line.</param>
internal sealed class SurveyedColumn(string name)
{
    private readonly List<double> _numbers = [];

    public string Name { get; } = name;

    /// <summary>Texts that are no numbers, with how often each occurs.</summary>
    public Dictionary<string, int> Texts { get; } = [];

    public bool Numeric => _numbers.Count > 0 && Texts.Count <= 3;

    public void Add(string field, double? number)
    {
        if (number is { } value)
            _numbers.Add(value);
        else if (Texts.Count <= 1000)
            Texts[field] = Texts.GetValueOrDefault(field) + 1;
    }

    /// <summary>A transmitter's range that holds the values with a margin; single absurd values are left outside.</summary>
    public (double Low, double High) Range()
    {
        var sorted = _numbers.Where(double.IsFinite).Order().ToArray();
        if (sorted.Length == 0)
            return (0, 1);
        var (least, most) = (sorted[0], sorted[^1]);
        var (usualLeast, usualMost) = (sorted[sorted.Length / 100], sorted[sorted.Length - 1 - sorted.Length / 100]);
        var usual = Math.Max(usualMost - usualLeast, Math.Max(Math.Abs(usualMost), Math.Abs(usualLeast)) * 0.01);
        least = usualLeast - least > 100 * usual ? usualLeast : least;
        most = most - usualMost > 100 * usual ? usualMost : most;
        var margin = most > least ? (most - least) * 0.1 : Math.Max(1, Math.Abs(most) * 0.1);
        var step = Math.Pow(10, Math.Floor(Math.Log10(most - least + 2 * margin)) - 1);
        var low = least >= 0 && least - margin < 0 ? 0 : Math.Floor((least - margin) / step) * step;
        return (Math.Round(low, 12), Math.Round(Math.Ceiling((most + margin) / step) * step, 12));
    }
}
