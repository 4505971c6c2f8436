using System.CommandLine;
using Edge.Ledger.City.Keys;
using Edge.Ledger.Notes;

namespace Edge.Ledger.City.Commands;

/// <summary><c>edge-city keygen</c></summary>
internal static class KeygenCommand
{
    public static Command Create()
    {
        var name = new Option<string>("--name") { Description = "Name of the key: a department, a city's domain, or <city domain>/<gateway id>. / 密钥名称", Required = true, HelpName = "NAME" };
        var type = new Option<string>("--type") { Description = "What it is for: log (gateways, city log) or witness (departments). / 密钥用途", Required = true };
        type.AcceptOnlyFromAmong("log", "witness");
        var algorithm = new Option<string>("--algorithm") { Description = "Of a log's key: ed25519 (the default), p256 (ECDSA) or sm2; of an SM3 log's only sm2. / 签名算法（日志密钥）" };
        algorithm.AcceptOnlyFromAmong([.. KeyTypes.ForLogs.Keys]);
        var file = new Option<string>("--out") { Description = "File for the private key, mode 0600; must not exist. / 私钥输出文件", Required = true, HelpName = "FILE" };
        var command = new Command("keygen", "Make a key. Prints its public half, for the policy file. / 生成密钥") { name, type, algorithm, file };
        command.SetAction(parsed =>
        {
            var origin = parsed.GetValue(type) == "log" ? LogOrigin.Parse(parsed.GetValue(name)!) : null;
            var use = origin is null ? KeyType.Ed25519Cosignature : parsed.GetValue(algorithm) is { } word ? KeyTypes.ForLogs[word] : KeyTypes.DefaultFor(origin.ToString());
            Console.WriteLine(KeyFile.Create(parsed.GetValue(file)!, parsed.GetValue(name)!, use));
            return 0;
        });
        return command;
    }
}
