using System.CommandLine;
using Edge.Ledger.City.Keys;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Ledger.City.Commands;

/// <summary>The options every node has: key, policy, state.</summary>
internal sealed class NodeFiles
{
    private readonly Option<string> _key = new("--key") { Description = "Private key file, as edge-city keygen writes it. / 私钥文件", Required = true, HelpName = "FILE" };
    private readonly Option<string> _policy = new("--policy") { Description = "Policy file of the city. / 信任策略文件", Required = true, HelpName = "FILE" };
    private readonly Option<string> _state = new("--state") { Description = "Folder for what must survive a restart; made if missing. / 状态目录", Required = true, HelpName = "DIR" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _key, _policy, _state }) command.Options.Add(option);
    }

    public NoteSigner ReadKey(ParseResult parsed, KeyUse use) => KeyFile.Read(parsed.GetValue(_key)!, use);

    public TrustPolicy ReadPolicy(ParseResult parsed)
    {
        var path = parsed.GetValue(_policy)!;
        try
        {
            return TrustPolicy.Parse(File.ReadAllBytes(path));
        }
        catch (MalformedException e)
        {
            throw new MalformedException($"{path}: {e.Message}", e);
        }
    }

    public string MakeState(ParseResult parsed)
    {
        var path = Path.GetFullPath(parsed.GetValue(_state)!);
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
