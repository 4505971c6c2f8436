using System.Globalization;

namespace Edge.Bench.Reports;

/// <summary>One number.</summary>
/// <param name="Key">Its key in the JSON object, with a dot where it stands in an object within; null: shown to people only.</param>
/// <param name="Label">Its name for people, with the unit.</param>
/// <param name="Value">In that unit.</param>
/// <param name="Decimals">That mean something.</param>
/// <param name="Remark">What it is compared with.</param>
internal sealed record Figure(string? Key, string Label, double Value, int Decimals, string Remark = "")
{
    public string Text => Value.ToString($"N{Decimals}", CultureInfo.InvariantCulture);
}
