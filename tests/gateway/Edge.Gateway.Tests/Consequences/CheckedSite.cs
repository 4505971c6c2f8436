using System.Text.Json;
using Edge.Gateway.Tests.Configuration;
using Edge.Ledger.Notes;
using Edge.Processes;
using Edge.Testing;

namespace Edge.Gateway.Tests.Consequences;

/// <summary>A folder with a configuration, its key and its policy, as a technician makes it; each test spoils one thing. Checked by the real program.</summary>
internal sealed class CheckedSite : IDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private readonly NoteSigner _city = Key("city.example", 1);

    public CheckedSite()
    {
        using var key = Key("city.example/water-gw-0001", 2);
        Write(key);
        WritePolicy(key);
        Write(ConfigurationText.Good.Replace("../policy.txt", "policy.txt", StringComparison.Ordinal));
    }

    public string KeyPath => _folder.File("gateway.key");

    public string PolicyPath => _folder.File("policy.txt");

    public static NoteSigner Key(string name, byte secret) => new(name, KeyType.Ed25519, [.. Enumerable.Repeat(secret, 32)]);

    public string Write(string configuration) => _folder.Write("gateway.yaml", configuration);

    public void Write(NoteSigner key)
    {
        File.WriteAllText(KeyPath, key.ExportSecret() + "\n");
        File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public void WritePolicy(NoteSigner gateway) => File.WriteAllText(PolicyPath, $"log {_city.Verifier}\nlog {gateway.Verifier}\nquorum none\n");

    public async Task<(int Code, string Said)> CheckAsync(string language, params string[] more)
    {
        await using var check = ChildProcess.Start(Programs.Gateway, ["config", "check", _folder.File("gateway.yaml"), "--lang", language, .. more]);
        var code = await check.WaitForExit();
        return (code, (code == 0 || more.Contains("--json") ? check.Output : check.Error).ToString());
    }

    /// <summary>As a user who owns nothing (setpriv).</summary>
    public async Task<(int Code, string Said)> CheckAsNobodyAsync()
    {
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);
        await using var check = ChildProcess.Start(
            "/usr/bin/setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", Programs.Gateway, "config", "check", _folder.File("gateway.yaml"), "--lang", "en"]);
        return (await check.WaitForExit(), check.Output.ToString());
    }

    /// <summary>The same, of a command that is not told which configuration, in the folder where it lies; the folder is its owner's alone.</summary>
    public async Task<(int Code, string Said)> AskAsNobodyAsync(string command, string language)
    {
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_000_000);
        await using var asked = ChildProcess.Start(
            "/usr/bin/setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", Programs.Gateway, command, "--lang", language], _folder.Path);
        return (await asked.WaitForExit(), asked.Error.ToString());
    }

    /// <summary>What <c>run</c> says of it, and its exit code.</summary>
    public async Task<(int Code, string Said)> RunAsync()
    {
        await using var run = ChildProcess.Start(Programs.Gateway, ["run", "--config", _folder.File("gateway.yaml")]);
        return (await run.WaitForExit(), run.Error.ToString());
    }

    public async Task<(string? Path, string? Message)> ProblemAsync(string language)
    {
        var (code, said) = await CheckAsync(language, "--json");
        Assert.Equal(2, code);
        var problem = Assert.Single(JsonDocument.Parse(said).RootElement.GetProperty("problems").EnumerateArray());
        return (problem.GetProperty("path").GetString(), problem.GetProperty("message").GetString());
    }

    public void Dispose()
    {
        _city.Dispose();
        _folder.Dispose();
    }
}
