using static Edge.Gateway.Health.Words.Figures;

namespace Edge.Gateway.Health.Words;

internal sealed partial class EnglishHealthWords
{
    private static IEnumerable<(string Label, string Text)> Historian(GatewayHealth health)
    {
        if (health.Historian is { } historian)
            yield return ("Historian", Historian(historian, health) + (historian.Skipped > 0 ? $"; {Number(historian.Skipped)} were gone before it had them" : ""));
    }

    private static string Historian(HistorianHealth historian, GatewayHealth health) => historian switch
    {
        _ when health.IsHalted => $"holds {Many(historian.Held, "entry", "entries")}, and is sent nothing while anchoring is stopped",
        { Trouble: not null } => "sending failed and begins anew (message 9 says why)",
        { Connected: false } => $"cannot be asked without a link; {Waiting(historian)}",
        { Heard: true } => $"holds {Many(historian.Held, "entry", "entries")}; {(historian.Remaining is > 0 and var left ? $"{Number(left)} to go" : "nothing waits")}{(health.DrainSeconds is { } drain ? $", the backlog in {Long(drain)}" : "")}",
        { Doubt: { } why } => $"answers, but is not believed: {why}; {Waiting(historian)}",
        _ => $"does not answer; {Waiting(historian)}",
    };

    private static string Waiting(HistorianHealth historian) => historian.Remaining is > 0 and var left ? $"{Many(left, "entry waits", "entries wait")} for it" : "nothing waits for it";
}
