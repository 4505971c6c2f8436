namespace Edge.Simulators.Recordings;

/// <summary>What a column of an unknown recording holds.</summary>
/// <param name="name">From the header line.</param>
/// <param name="number">Its place in the header line, from 1.</param>
internal sealed class SurveyedColumn(string name, int number)
{
    /// <summary>Values this many times the bulk's spread away from it are no part of the range.</summary>
    private const double FarAway = 10;

    /// <summary>Times the median size.</summary>
    private const double Absurd = 1e6;

    /// <summary>From this many values on, the least and the most of them may be stray.</summary>
    private const int Few = 8;

    private readonly List<double> _numbers = [];

    public string Name { get; } = name;

    public int Number { get; } = number;

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

    /// <summary>
    /// A transmitter's range that holds the bulk of the values (1st to 99th percentile) and what lies near it, with a margin. Absurd values are left
    /// outside: they drive the loop to its end and become bad readings.
    /// </summary>
    public (double Low, double High) Range()
    {
        var sorted = Sane().Order().ToArray();
        if (sorted.Length == 0)
            return (0, 1);
        var stray = sorted.Length < Few ? 0 : Math.Max(1, sorted.Length / 100);
        var (bulkLeast, bulkMost) = (sorted[stray], sorted[^(stray + 1)]);
        var spread = Math.Max(bulkMost - bulkLeast, Math.Max(Math.Abs(bulkMost), Math.Abs(bulkLeast)) * 0.01);
        var near = sorted.Where(v => bulkLeast - v <= FarAway * spread && v - bulkMost <= FarAway * spread).ToArray();
        return Rounded(near[0], near[^1]);
    }

    /// <summary>Without what no instrument means, however few values there are.</summary>
    private IEnumerable<double> Sane()
    {
        var sizes = _numbers.Where(v => v != 0 && double.IsFinite(v)).Select(Math.Abs).Order().ToArray();
        return sizes.Length == 0 ? _numbers.Where(v => v == 0) : _numbers.Where(v => Math.Abs(v) <= Absurd * sizes[(sizes.Length - 1) / 2]);
    }

    private static (double Low, double High) Rounded(double least, double most)
    {
        var margin = most > least ? (most - least) * 0.1 : Math.Max(1, Math.Abs(most) * 0.1);
        var step = Math.Pow(10, Math.Floor(Math.Log10(most - least + 2 * margin)) - 1);
        var low = least >= 0 && least - margin < 0 ? 0 : Math.Floor((least - margin) / step) * step;
        return (Math.Round(low, 12), Math.Round(Math.Ceiling((most + margin) / step) * step, 12));
    }
}
