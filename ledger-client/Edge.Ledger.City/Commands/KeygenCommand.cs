using System.CommandLine;
using Edge.Ledger.City.Keys;
using Edge.Ledger.Merkle;
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
        var language = new Option<string?>("--lang") { Description = "Language of messages: en or zh. / 消息语言" };
        language.AcceptOnlyFromAmong("en", "zh");
        var command = new Command("keygen", "Make a key. Prints the line with its public half that the policy file needs. / 生成密钥，并打印信任策略文件所需的一行") { name, type, algorithm, file, language };
        command.SetAction(parsed => Make(
            parsed.GetRequiredValue(name), parsed.GetRequiredValue(type), parsed.GetValue(algorithm), parsed.GetRequiredValue(file), KeygenWords.Of(parsed.GetValue(language))));
        return command;
    }

    private static int Make(string name, string type, string? algorithm, string path, KeygenWords words)
    {
        try
        {
            var origin = type == "log" ? LogOrigin.Parse(name) : null;
            var use = origin is null ? KeyType.Ed25519Cosignature : algorithm is { } word ? KeyTypes.ForLogs[word] : KeyTypes.DefaultFor(name);
            if (origin?.Hasher == TreeHasher.Sm3 && use != KeyType.Sm2)
                throw new ArgumentException(words.OnlySm2(name));
            if (File.Exists(path))
                throw new ArgumentException(words.IsThere(path));
            Console.WriteLine(PolicyLine(KeyFile.Create(path, name, use)));
            return 0;
        }
        catch (MalformedException e)
        {
            throw new ArgumentException(words.NotAName(name, e.Message), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException(words.NotWritten(path, e.Message), e);
        }
    }

    /// <summary>A department goes in a policy by a short name, here the first part of its own; its owner may choose another.</summary>
    private static string PolicyLine(VerifierKey key) => key.SignsLogs ? $"log {key}" : $"witness {key.Name.Split('.')[0]} {key}";
}
