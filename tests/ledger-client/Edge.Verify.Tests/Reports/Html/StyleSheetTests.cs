using System.Globalization;
using System.Text.RegularExpressions;
using Edge.Ledger.Tests.Evidence;

namespace Edge.Verify.Tests.Reports.Html;

public sealed partial class StyleSheetTests
{
    /// <summary>WCAG 2.2, success criterion 1.4.3: 4.5 to 1 for text.</summary>
    [Fact]
    public void Text_stands_out_from_its_ground_in_light_and_dark()
    {
        var style = PageOf.File(new Scene().One.ToBytes()).One("style").Value;
        var screens = style[..style.IndexOf("@media print", StringComparison.Ordinal)];
        var schemes = Root().Matches(screens).Select(m => Colour().Matches(m.Value).ToDictionary(c => c.Groups[1].Value, c => Luminance(c.Groups[2].Value))).ToArray();
        Assert.Equal(2, schemes.Length);
        foreach (var scheme in schemes)
        {
            foreach (var ground in new[] { "paper", "card" })
            {
                foreach (var ink in new[] { "ink", "soft", "link", "valid", "but", "invalid" })
                    Assert.True(Contrast(scheme[ink], scheme[ground]) >= 4.5, $"{ink} on {ground}: {Contrast(scheme[ink], scheme[ground]):F2}");
            }
        }
    }

    private static double Contrast(double a, double b) => (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);

    private static double Luminance(string hex)
    {
        if (hex.Length == 3)
            hex = string.Concat(hex.Select(c => $"{c}{c}"));
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex(@":root \{[^}]*\}")]
    private static partial Regex Root();

    [GeneratedRegex(@"--(\w+): #([0-9a-f]{6}|[0-9a-f]{3});")]
    private static partial Regex Colour();
}
