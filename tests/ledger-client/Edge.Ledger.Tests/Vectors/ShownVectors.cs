using Edge.Ledger.Text;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>What people see of values and names.</summary>
internal static class ShownVectors
{
    private static readonly (double Value, double? Resolution)[] Values =
    [
        .. With(0.01, 0, -0.0, 0.125, -0.125, 0.375, 0.001, -0.001, 1.005, 0.285, 1.115, 2.675, 7.21, 999_999_999_999_999, 1e15, 1e21, double.MaxValue),
        .. With(1, 12.5, 13.5, -12.5, 0.5, 1.5, -0.5, 1e14 + 0.5, 1_234_565e10),
        .. With(null, 0.1 + 0.2, -0.0, 123_456.5, 123_455.5, 999_999.4, 999_999.5, 1_234_567.5, 1.2345675, 1_234_565e10, 1e23, 0.0001, 0.00009999996, 0.00001234565, 5e-324, -1e-7, 1000, 1e-5),
        .. new[] { 0, 1e12, 10, 0.25, 0.0999999999, 0.0999999997, 3e-5, 1e-12, 1e-13 }.Select(resolution => (1_234.56789, (double?)resolution)),
    ];

    private static readonly string[] Names =
    [
        "tap3.ph", "", "a b", "x\"y", "管网.压力", "<b>", "a\u0301\u0301\u0301\u0301b\u0301", "a\u0301\u0301\u034F\u0301", "\u202Eb", "x\u200By", "\u05D0", "٣", "\u3164", "\u2800", "\uE000", "ⅷ", "\U0001F600",
        "\u0C5C", "\u0378", "\u0897", "\U00016D40", "\U00010EC2", "\U000323B0", "\U00033480", "\U0010FFFF",
    ];

    public static object All() => Of(Values, Names);

    /// <summary>The same of any values and names.</summary>
    public static object Of(IEnumerable<(double Value, double? Resolution)> values, IEnumerable<string> names) => new
    {
        spec = "edge-spec 1",
        about = "Section 15. What is shown of a value of a channel with this resolution, or with none, and of a name in a sentence.",
        values = values.Select(v => new { value = v.Value, resolution = v.Resolution, shown = ShownValue.Of(v.Value, v.Resolution ?? 0) }).ToArray(),
        names = names.Select(name => new { name, shown = ShownText.Clean(ShownText.Name(name)) }).ToArray(),
    };

    private static IEnumerable<(double, double?)> With(double? resolution, params double[] values) => values.Select(value => (value, resolution));
}
