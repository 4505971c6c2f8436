namespace Edge.Verify.Reports.Html;

/// <summary>Round places on an axis.</summary>
public static class Ticks
{
    private static readonly double[] Seconds =
        [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 3 * 3600, 6 * 3600, 12 * 3600, 86_400, 2 * 86_400, 7 * 86_400, 30 * 86_400, 90 * 86_400, 365 * 86_400.0];

    /// <summary>Steps of 1, 2 or 5 times a power of ten.</summary>
    /// <param name="most">More ticks than this do not fit.</param>
    public static double Step(double span, int most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(span / most)));
        return new[] { 1, 2, 5, 10 }.Select(s => s * power).First(s => span / s <= most || s >= 10 * power);
    }

    /// <summary>Steps that divide minutes, hours and days.</summary>
    /// <param name="span">Seconds.</param>
    public static double TimeStep(double span, int most) => span < most
        ? Step(span, most)
        : Seconds.FirstOrDefault(s => span / s <= most, Step(span, most));

    /// <summary>Steps whose labels have room on a phone: fewer where a label has milliseconds or a date.</summary>
    /// <param name="span">Seconds.</param>
    public static double ClockStep(double span) => TimeStep(span, 4) is >= 1 and < 86_400 and var step ? step : TimeStep(span, 3);

    /// <summary>Multiples of the step, counted from <paramref name="origin"/>.</summary>
    public static IEnumerable<double> Of(double low, double high, double step, double origin = 0)
    {
        var first = Math.Ceiling((low - origin) / step - 1e-9);
        for (var i = 0; i < 32 && origin + (first + i) * step <= high + step * 1e-9; i++)
            yield return origin + (first + i) * step;
    }
}
