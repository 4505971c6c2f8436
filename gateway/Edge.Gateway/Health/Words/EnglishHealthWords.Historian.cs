using static Edge.Gateway.Health.Words.Figures;

namespace Edge.Gateway.Health.Words;

internal sealed partial class EnglishHealthWords
{
    private static IEnumerable<(string Label, string Text)> Historian(GatewayHealth health)
    {
        if (health.Historian is not { } historian)
            yield break;
        yield return ("Historian", (historian.Heard
                ? $"holds {Number(historian.Held)} entries; {(historian.Remaining == 0 ? "nothing waits" : $"{Number(historian.Remaining)} to go")}{(health.DrainSeconds is { } drain ? $", the backlog in {Long(drain)}" : "")}"
                : $"does not answer; {Number(historian.Remaining)} entries wait for it")
            + (historian.Skipped > 0 ? $"; {Number(historian.Skipped)} were gone before it had them" : ""));
    }
}
