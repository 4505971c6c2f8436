using Edge.Gateway.Tests.Consequences;
using Edge.Ledger.Notes;
using Edge.Processes;
using Edge.Testing;

namespace Edge.Gateway.Tests.Doctor;

/// <summary>A configuration for what a simulator serves, with key and policy, examined by the real program.</summary>
internal sealed class DoctorSite
{
    private readonly string _file;

    /// <param name="site">Buses, sensors and channels.</param>
    public DoctorSite(TemporaryDirectory folder, string site)
    {
        using var key = CheckedSite.Key("city.example/water-gw-0001", 2);
        using var city = CheckedSite.Key("city.example", 1);
        File.WriteAllText(folder.File("gateway.key"), key.ExportSecret() + "\n");
        File.SetUnixFileMode(folder.File("gateway.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(folder.File("policy.txt"), $"log {city.Verifier}\nlog {key.Verifier}\nquorum none\n");
        _file = folder.Write("gateway.yaml", """
            version: 1
            origin: city.example/water-gw-0001
            who: a test
            identity: { key: gateway.key }
            policy: policy.txt
            store: { folder: log, free_space_floor: 0MB }
            broker: { host: 127.0.0.1, port: 9 }
            clock: { source: host, uncertainty: 1s }

            """ + site);
    }

    /// <summary>The gateway itself.</summary>
    public ChildProcess Run() => ChildProcess.Start(Programs.Gateway, ["run", "--config", _file]);

    public ChildProcess Start(params string[] more) => ChildProcess.Start(Programs.Gateway, ["doctor", "--config", _file, .. more], environment: new Dictionary<string, string?> { ["LC_ALL"] = "C.UTF-8" });

    public async Task<(int Code, string Said, string Told)> LookAsync(params string[] more)
    {
        await using var doctor = Start(more);
        var code = await doctor.WaitForExit();
        return (code, doctor.Output.ToString(), doctor.Error.ToString());
    }
}
