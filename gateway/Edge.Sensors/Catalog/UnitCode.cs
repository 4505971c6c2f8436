namespace Edge.Sensors.Catalog;

/// <summary>
/// Which texts are units: terms joined by <c>.</c> and <c>/</c>, each a unit of UCUM or SenML (RFC 8428, RFC 8798) with its metric prefix and exponent, a number, or what a site names
/// itself, in brackets or braces: <c>[foo]</c>, <c>{pulse}/min</c>.
/// </summary>
public static class UnitCode
{
    private static readonly string[] Prefixes = ["", "da", "Y", "Z", "E", "P", "T", "G", "M", "k", "h", "d", "c", "m", "u", "n", "p", "f", "Ki", "Mi", "Gi", "Ti"];

    private static readonly HashSet<string> Metric = [.. (
        "m g s A K cd mol Hz rad sr N Pa J W C V F Ohm S Wb T H lm lx Bq Gy Sv kat L l bar eV bit B By VA VAs var vars varh VAh Wh Ah t ar u eq osm U P St G cal").Split(' ')];

    private static readonly HashSet<string> Plain = [.. (
        "Cel min h d wk mo a % %RH %EL EL ppm ppb ppt ppth pH NTU FNU FTU JTU dB dBW dBm Bspl count beat beats deg lat lon gon").Split(' ')];

    /// <summary>Whether each of its terms is one.</summary>
    /// <param name="unit">Without blanks.</param>
    public static bool IsKnown(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (unit == "/" || Plain.Contains(unit))
            return true;
        var terms = Terms(unit.StartsWith('/') ? unit[1..] : unit);
        return terms is not null && terms.TrueForAll(IsTerm);
    }

    /// <summary>Between the signs, which inside of brackets are none; null where brackets do not match.</summary>
    private static List<string>? Terms(string unit)
    {
        var terms = new List<string>();
        var (from, open) = (0, '\0');
        for (var i = 0; i < unit.Length; i++)
        {
            var c = unit[i];
            if (open != '\0')
                open = c == (open == '[' ? ']' : '}') ? '\0' : open;
            else if (c is '[' or '{')
                open = c;
            else if (c is '.' or '/')
            {
                terms.Add(unit[from..i]);
                from = i + 1;
            }
        }

        terms.Add(unit[from..]);
        return open == '\0' ? terms : null;
    }

    private static bool IsTerm(string term)
    {
        var bracket = term.IndexOfAny(['[', '{']);
        if (bracket >= 0)
            return term.Length > bracket + 2 && (bracket == 0 || IsTerm(term[..bracket])) && IsExponent(term[(term.LastIndexOfAny([']', '}']) + 1)..]);
        if (term.Length > 0 && (term.All(char.IsAsciiDigit) || (term.StartsWith("10", StringComparison.Ordinal) && term.Length > 3 && term[2] is '*' or '^' && IsExponent(term[3..]))))
            return true;
        var atom = term.TrimEnd("+-0123456789".ToCharArray());
        return atom.Length > 0 && IsExponent(term[atom.Length..])
            && (Plain.Contains(atom) || Prefixes.Any(p => atom.StartsWith(p, StringComparison.Ordinal) && Metric.Contains(atom[p.Length..])));
    }

    private static bool IsExponent(string text) => text.TrimStart('+', '-') is var digits && text.Length - digits.Length <= 1 && (digits.Length > 0 || text.Length == 0) && digits.All(char.IsAsciiDigit);
}
