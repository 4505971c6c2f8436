using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Edge.Ledger.City.Blocks;
using Edge.Ledger.City.Keys;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Sessions;
using Microsoft.Extensions.Logging;

namespace Edge.Ledger.City.Commands;

/// <summary><c>edge-city log</c></summary>
internal static class LogCommand
{
    public static Command Create()
    {
        var interval = new Option<TimeSpan?>("--block-interval")
        {
            Description = "Time from block to block, such as 500ms. Default: 1s. / 出块间隔，默认 1s",
            HelpName = "TIME",
            CustomParser = Duration,
        };
        var files = new NodeFiles();
        var broker = new BrokerOptions();
        var command = new Command("log", "Run the city log: order accepted anchors into blocks and answer with receipts. / 运行城市链日志节点") { interval };
        files.AddTo(command);
        broker.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var key = files.ReadKey(parsed, KeyUse.Log);
            var policy = files.ReadPolicy(parsed);
            if (LogOrigin.TryParse(key.Name) is not { GatewayId: null } city)
                throw new MalformedException($"the key is {key.Name}'s. The city log's key is named by the city's domain alone, such as water.example");
            if (!policy.Logs.Any(k => k.ToString() == key.Verifier.ToString()))
                throw new MalformedException($"the policy has no log line with the key {key.Verifier}. Add it, or use the key the policy names");
            using var blocks = CityLog.Open(files.MakeState(parsed), key, TimeProvider.System);
            using var log = NodeHost.CreateLog();
            var node = new CityLogNode(
                blocks,
                city,
                policy,
                new CityLogOptions { BlockInterval = parsed.GetValue(interval) ?? TimeSpan.FromSeconds(1), Reconnect = new BackOff { Longest = TimeSpan.FromSeconds(5), Seed = (int)key.Verifier.Id } },
                MqttStack.CreateConnector(TimeProvider.System),
                broker.Read(parsed, $"citylog-{key.Verifier.Id:x8}"),
                TimeProvider.System,
                log.CreateLogger<CityLogNode>());
            await NodeHost.RunAsync($"log {city}", node.Session, node.RunAsync, cancellationToken);
            return 0;
        });
        return command;
    }

    private static TimeSpan? Duration(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        var (number, unit) = text.EndsWith("ms", StringComparison.Ordinal) ? (text[..^2], 0.001)
            : text.EndsWith('s') ? (text[..^1], 1)
            : text.EndsWith('m') ? (text[..^1], 60.0)
            : ("", 0);
        if (double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 1e6) return TimeSpan.FromSeconds(value * unit);
        argument.AddError($"\"{text}\" is not a time. Write a number and its unit: 500ms, 1s or 2m.");
        return null;
    }
}
