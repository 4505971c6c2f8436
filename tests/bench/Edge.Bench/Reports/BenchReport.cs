using System.Text.Json;
using System.Text.Json.Nodes;
using Edge.Bench.Machine;

namespace Edge.Bench.Reports;

/// <summary>What came out: figures under the keys of the benchmarks' table, and how they came about.</summary>
/// <param name="Title">What was measured, in one line.</param>
/// <param name="Repeats">How often; figures are medians.</param>
/// <param name="Figures">In the order they are shown.</param>
/// <param name="Notes">What a reader must know to judge the figures.</param>
internal sealed record BenchReport(string Title, int Repeats, IReadOnlyList<Figure> Figures, IReadOnlyList<string> Notes)
{
    /// <summary>One object on one line.</summary>
    public string ToJson()
    {
        var json = new JsonObject();
        foreach (var figure in Figures.Where(f => f.Key is not null))
            Place(json, figure.Key!.Split('.'))[figure.Key!.Split('.')[^1]] = Math.Round(figure.Value, figure.Decimals);
        json["cpu"] = Processor.Name;
        json["runtime"] = Processor.Runtime;
        json["repeats"] = Repeats;
        if (Processor.Crowded() is { } warning)
            json["warning"] = warning;
        return json.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>For people.</summary>
    public string ToTable()
    {
        var name = Figures.Max(f => f.Label.Length);
        var value = Figures.Max(f => f.Text.Length);
        return string.Join(Environment.NewLine,
        [
            Title, "",
            .. Figures.Select(f => $"  {f.Label.PadRight(name)}  {f.Text.PadLeft(value)}  {f.Remark}".TrimEnd()), "",
            $"  {Processor.Name}, {Processor.Runtime}, median of {Repeats}",
            .. Notes.Append(Processor.Crowded()).OfType<string>().Select(n => $"  {n}"),
        ]);
    }

    private static JsonObject Place(JsonObject root, ReadOnlySpan<string> path)
    {
        foreach (var name in path[..^1])
            root = (JsonObject)(root[name] ??= new JsonObject());
        return root;
    }
}
