using System.Text.RegularExpressions;
using Edge.Sensors.Catalog;

namespace Edge.Gateway.Tests.Configuration;

/// <summary>
/// What the reader knows, out of its own mouth: a setting that nobody knows, written into a mapping, makes it list those it knows there.
/// Written into a setting that is a mapping itself, it shows what is known one level below.
/// </summary>
internal static partial class KnownSettings
{
    private const string Unknown = "nobody-knows-this", Any = "any-name";

    /// <summary>Mappings and lists whose names or items the site chooses; what is in them is asked for by <see cref="Site"/>.</summary>
    private static readonly string[] Chosen = ["buses", "sensors", "derived", "channels"];

    /// <summary>Each with the section of the page that it belongs to: the mapping it stands in, or the driver; "" is the file itself.</summary>
    public static SortedSet<(string Section, string Name)> All()
    {
        SortedSet<(string Section, string Name)> known = [.. Ask($"{Unknown}: 1")];
        var mappings = known.Select(k => k.Name).Except(Chosen).ToList();
        known.UnionWith(mappings.SelectMany(m => Ask($"{m}: {{ {Unknown}: 1 }}")));
        for (var before = 0; before < known.Count;)
        {
            before = known.Count;
            known.UnionWith(known.Where(k => k.Section.Length > 0).SelectMany(k => Ask(Within($"{k.Section}.{k.Name}"))).ToList());
        }

        foreach (var driver in SensorCatalog.Drivers)
            known.UnionWith(Ask(Site(driver), driver));
        return known;
    }

    /// <summary>The unknown one in the mapping at a path.</summary>
    private static string Within(string path) => path.Split('.').Reverse().Aggregate($"{Unknown}: 1", (inner, name) => $"{name}: {{ {inner} }}");

    private static IEnumerable<(string Section, string Name)> Ask(string text, string driver = "") =>
        from problem in ConfigurationText.Problems(text + "\n")
        let answer = Answer().Match(problem)
        where answer.Success
        let mapping = Index().Replace(answer.Groups["mapping"].Value.Replace(Any, "<name>", StringComparison.Ordinal), "[]").TrimEnd('.')
        from name in answer.Groups["names"].Value.Split(", ")
        select mapping.StartsWith("sensors[].", StringComparison.Ordinal) ? (driver, $"{mapping["sensors[].".Length..]}.{name}") : (mapping, name);

    /// <summary>A sensor whose channels are given in the several forms that drivers know, and one that is good and has a channel to ask about.</summary>
    private static string Site(string driver) =>
        $$"""
        site: { tap: { channels: [{ {{Unknown}}: 1 }] } }
        buses:
          {{Any}}: { {{Unknown}}: 1, recovery: { {{Unknown}}: 1 } }
        sensors:
          - driver: {{driver}}
            {{Unknown}}: 1
            options: { {{Unknown}}: 1 }
            channels:
              - { scale: loop, {{Unknown}}: 1 }
              - { scale: voltage, {{Unknown}}: 1 }
          - { driver: ezo-ph, bus: {{Any}}, channels: [{ name: {{Any}} }] }
          - { driver: pulse-flow, bus: {{Any}}, line: 1, channels: [{ name: a-flow, output: rate }] }
          - { driver: ads1115, bus: {{Any}}, channels: [{ name: a-pressure, input: ain0, scale: voltage, unit: bar }] }
        derived:
          - { name: a-total, formula: total, of: a-flow, {{Unknown}}: 1 }
          - { name: a-product, formula: product, of: [a-flow, a-flow], unit: W, {{Unknown}}: 1 }
          - { name: a-line, formula: linear, of: a-flow, unit: m, factor: 2, {{Unknown}}: 1 }
          - { name: a-level, formula: level, of: a-pressure, density: 1000, {{Unknown}}: 1 }
        channels:
          {{Any}}: { {{Unknown}}: 1, calibration: { {{Unknown}}: 1 } }
        """;

    [GeneratedRegex($@": (?<mapping>(\S+\.)?){Unknown}: is not a setting here; known are (?<names>.+)$")]
    private static partial Regex Answer();

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();
}
