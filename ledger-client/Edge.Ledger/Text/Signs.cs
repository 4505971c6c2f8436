using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Edge.Ledger.Text;

/// <summary>The table signs.txt (SPEC.md, section 15): what each character is by one version of Unicode, whichever the runtime has, so that all programs show a text alike.</summary>
public static partial class Signs
{
    private static readonly (List<int> Starts, List<SignKind> Kinds) Runs = Read();

    public static SignKind Of(Rune sign)
    {
        var run = Runs.Starts.BinarySearch(sign.Value);
        return Runs.Kinds[run >= 0 ? run : ~run - 1];
    }

    private static (List<int> Starts, List<SignKind> Kinds) Read()
    {
        using var table = new StreamReader(typeof(Signs).Assembly.GetManifestResourceStream("signs.txt")!);
        var (starts, kinds, at) = (new List<int>(), new List<SignKind>(), 0);
        foreach (Match run in Run().Matches(table.ReadToEnd()))
        {
            starts.Add(at);
            kinds.Add((SignKind)run.Value[0]);
            at += run.Length == 1 ? 1 : int.Parse(run.Value.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }

        return (starts, kinds);
    }

    [GeneratedRegex("[HMLO][0-9a-f]*")]
    private static partial Regex Run();
}
