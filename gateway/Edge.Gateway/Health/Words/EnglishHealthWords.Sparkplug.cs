using static Edge.Gateway.Health.Words.Figures;

namespace Edge.Gateway.Health.Words;

internal sealed partial class EnglishHealthWords
{
    private static IEnumerable<(string Label, string Text)> Sparkplug(GatewayHealth health)
    {
        if (health.Sparkplug is { } node)
            yield return ("Sparkplug", $"{State(node)}; {(node.Remaining > 0 ? $"{Many(node.Remaining, "entry", "entries")} to go as history" : "nothing waits")}{(node.Problem is { } why ? $". Last: {why}" : "")}");
    }

    private static string State(SparkplugHealth node) => node switch
    {
        { Born: true } => "hosts are told what is read",
        { Connected: true, PrimaryHost: { } host } => $"waits for the primary host {host} to say that it is online",
        { Connected: true } => "connected, births go out now",
        _ => "no link to its broker; readings stay in the log",
    };
}
