using System.Globalization;
using Edge.Ledger.Text;

namespace Edge.Ledger.Tests.Text;

/// <summary>Against the exact expansion of a double, which .NET writes when asked for enough digits.</summary>
public sealed class ShownValuePropertyTests
{
    private const int AllDigits = 1080;

    [Fact]
    public void Of_any_value_what_is_shown_is_its_exact_decimal_value_rounded_half_away_from_zero()
    {
        var random = new Random(20_261_129);
        for (var i = 0; i < 5_000; i++)
        {
            var decimals = random.Next(ShownValue.MostDecimals + 1);
            var value = Any(random, decimals);
            if (Math.Abs(value) < 1e15)
                Assert.Equal(Rounded(value, decimals), ShownValue.WithDecimals(value, decimals));
        }
    }

    /// <summary>Half a step of the last decimal often, else any bits.</summary>
    private static double Any(Random random, int decimals) => random.Next(3) switch
    {
        0 => (random.Next(-1_000_000, 1_000_000) + 0.5) / Math.Pow(2, decimals),
        1 => Math.ScaleB(random.NextDouble() - 0.5, random.Next(-60, 52)),
        _ => random.Next(-10_000_000, 10_000_000) / Math.Pow(10, decimals + 1),
    };

    private static string Rounded(double value, int decimals)
    {
        var exact = Math.Abs(value).ToString($"F{AllDigits}", CultureInfo.InvariantCulture);
        var (whole, behind) = (exact[..^(AllDigits + 1)], exact[^AllDigits..]);
        var digits = (whole + behind[..decimals]).ToCharArray();
        var place = digits.Length - 1;
        for (var carries = behind[decimals] >= '5'; carries && place >= 0; place--)
        {
            carries = digits[place] == '9';
            digits[place] = carries ? '0' : (char)(digits[place] + 1);
        }

        var text = new string(digits);
        if (place < 0 && text[0] == '0' && behind[decimals] >= '5' && whole.Trim('9').Length == 0)
            text = "1" + text;
        text = decimals == 0 ? text : $"{text[..^decimals]}.{text[^decimals..]}";
        return value < 0 && text.Trim('0', '.').Length > 0 ? "-" + text : text;
    }
}
