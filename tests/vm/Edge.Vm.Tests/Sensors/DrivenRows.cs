using System.Globalization;

namespace Edge.Vm.Tests.Sensors;

/// <summary>What drives the devices of <c>tests/vm/sensors/site.yaml</c>: rows of three seconds, again and again, in which every quantity but the clock's temperature, that is converted once a minute, differs by far more than its device resolves.</summary>
internal static class DrivenRows
{
    /// <summary>Name, smallest value, span.</summary>
    private static readonly (string Name, double From, double Span)[] Quantities =
    [
        ("pressure", 1, 8), ("level", 0.5, 3), ("chlorine", 0.2, 4), ("turbidity", 1, 3), ("vbattery", 11, 3), ("ibattery", -1, 2), ("vpump", 20, 8), ("ipump", -0.5, 1),
        ("vmain", 40, 10), ("imain", -1, 2), ("air", 10, 30), ("humidity", 20, 60), ("barometer", 95_000, 10_000), ("ph", 5, 4), ("orp", -200, 800), ("oxygen", 2, 8),
        ("conductivity", 100, 900), ("water", 5, 20), ("mains", 210, 20), ("load", 1, 10), ("hertz", 49.5, 1), ("clock", 23.25, 0),
    ];

    /// <summary>L/min, in bursts between which the meter stands still.</summary>
    private static readonly double[] Flow = [0, 0, 12, 30, 0, 0, 0, 24, 21, 0];

    private static readonly int[] Door = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1];

    /// <summary>Of one row.</summary>
    public const int Seconds = 3;

    /// <summary>The recording.</summary>
    public static string Csv()
    {
        var lines = Flow.Select((flow, row) =>
        {
            var part = row * 7 % Flow.Length / (double)Flow.Length;
            var cells = Quantities.Select(q => (q.From + q.Span * part).ToString("F4", CultureInfo.InvariantCulture));
            var at = new DateTime(2026, 1, 1).AddSeconds(Seconds * row).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            return $"{at},{string.Join(',', cells)},{flow.ToString(CultureInfo.InvariantCulture)},{Door[row]}";
        });
        return $"at,{string.Join(',', Quantities.Select(q => q.Name))},flow,door\n{string.Join('\n', lines)}\n";
    }
}
