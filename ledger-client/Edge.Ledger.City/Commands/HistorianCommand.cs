using System.CommandLine;
using Edge.Ledger.City.Historian;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Sessions;
using Microsoft.Extensions.Logging;

namespace Edge.Ledger.City.Commands;

/// <summary><c>edge-city historian</c></summary>
internal static class HistorianCommand
{
    // Of at most 128 KiB each: what does not fit is sent again.
    private const int IncomingCapacity = 1024;

    public static Command Create()
    {
        var state = StateOption();
        var broker = new BrokerOptions();
        var command = new Command("historian", "Run a historian: keep the entries that gateways send (historian.enabled), each once, and acknowledge what is durable. / 运行历史库：保存网关送来的日志条目") { state, ExportCommand() };
        broker.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var file = ArchiveIn(parsed.GetValue(state)!);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var endpoint = broker.Read(parsed, "historian", IncomingCapacity);
            using var archive = new EntryArchive(file);
            using var log = NodeHost.CreateLog();
            var node = new HistorianNode(
                archive, MqttStack.CreateConnector(TimeProvider.System), endpoint, new BackOff { Longest = TimeSpan.FromSeconds(5) }, TimeProvider.System, log.CreateLogger<HistorianNode>());
            await NodeHost.RunAsync("historian", node.Session, node.RunAsync, cancellationToken);
            return 0;
        });
        return command;
    }

    private static Command ExportCommand()
    {
        var state = StateOption();
        var gateway = new Option<string>("--gateway") { Description = "The gateway's id, the last part of its name. / 网关标识", Required = true, HelpName = "ID" };
        var from = new Option<ulong>("--from") { Description = "First index; 0 if not given. / 起始序号", HelpName = "INDEX" };
        var to = new Option<ulong>("--to") { Description = "Last index; to the end if not given. / 终止序号", HelpName = "INDEX", DefaultValueFactory = _ => long.MaxValue };
        var command = new Command("export", "Print a gateway's readings as CSV, also while the historian runs. / 以 CSV 输出某网关的读数") { state, gateway, from, to };
        command.SetAction((parsed, cancellationToken) =>
        {
            using var archive = new ArchiveReader(ArchiveIn(parsed.GetValue(state)!));
            return ReadingsTable.WriteAsync(archive.Entries(parsed.GetValue(gateway)!, parsed.GetValue(from), parsed.GetValue(to)), Console.Out, cancellationToken);
        });
        return command;
    }

    private static Option<string> StateOption() => new("--state") { Description = "Folder of the archive; made if missing. / 数据目录", Required = true, HelpName = "DIR" };

    private static string ArchiveIn(string folder) => Path.Combine(Path.GetFullPath(folder), "historian.archive");
}
