using System.CommandLine;
using Edge.Ledger.City.Keys;
using Edge.Ledger.City.Witnessing;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Sessions;
using Microsoft.Extensions.Logging;

namespace Edge.Ledger.City.Commands;

/// <summary><c>edge-city department</c></summary>
internal static class DepartmentCommand
{
    public static Command Create()
    {
        var name = new Option<string>("--name") { Description = "The department's name, as in its key and on the policy's witness line. / 部门名称", Required = true, HelpName = "NAME" };
        var files = new NodeFiles();
        var broker = new BrokerOptions();
        var command = new Command("department", "Run a department's node: check gateways' checkpoints and cosign them. / 运行部门节点（见证方）") { name };
        files.AddTo(command);
        broker.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var key = files.ReadKey(parsed, KeyUse.Witness);
            var policy = files.ReadPolicy(parsed);
            var wanted = parsed.GetValue(name)!;
            var witness = policy.Witnesses.FirstOrDefault(w => w.Key.ToString() == key.Verifier.ToString())
                ?? throw new MalformedException($"the policy has no witness line with the key {key.Verifier}. Add it, or use the key the policy names");
            if (wanted != key.Name && wanted != witness.Name) throw new MalformedException($"--name {wanted}: the key is {key.Name}'s, which the policy calls {witness.Name}");
            var folder = files.MakeState(parsed);
            using var state = new SqliteWitnessState(Path.Combine(folder, "department.state"));
            using var log = NodeHost.CreateLog();
            var node = new DepartmentNode(
                new Witness(key, policy, state, TimeProvider.System),
                MqttStack.CreateConnector(TimeProvider.System),
                broker.Read(parsed, $"department-{key.Verifier.Id:x8}"),
                new BackOff { Longest = TimeSpan.FromSeconds(5), Seed = (int)key.Verifier.Id },
                TimeProvider.System,
                log.CreateLogger<DepartmentNode>(),
                new AccusationFolder(Path.Combine(folder, "accusations")));
            await NodeHost.RunAsync($"department {wanted}", node.Session, node.RunAsync, cancellationToken);
            return 0;
        });
        return command;
    }
}
