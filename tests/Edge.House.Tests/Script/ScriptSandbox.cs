using System.Collections.ObjectModel;
using Edge.Testing;

namespace Edge.House.Tests.Script;

/// <summary>
/// A copy of the entry script in a folder of its own, on a machine made of lies: a PATH that holds only what a test puts there beside the plain tools.
/// Starts out as a machine where everything is installed.
/// </summary>
internal sealed class ScriptSandbox : IDisposable
{
    private static readonly string[] Tools =
        ["awk", "bash", "cat", "chmod", "cmp", "cp", "cut", "dirname", "env", "find", "flock", "grep", "mkdir", "mv", "paste", "readlink", "rm", "sed", "sh", "sort", "tail", "head", "timeout", "touch", "true", "xargs"];

    private readonly TemporaryDirectory _directory = new();

    public ScriptSandbox()
    {
        foreach (var folder in new[] { "bin", "home", "a clone/gateway", "a clone/.edge", "a clone/ledger-client", "a clone/simulators", "a clone/tests" })
            Directory.CreateDirectory(_directory.File(folder));
        foreach (var tool in Tools)
            File.CreateSymbolicLink(_directory.File($"bin/{tool}"), Path.Combine("/usr/bin", tool));
        foreach (var script in new[] { "edge", ".edge/en.txt", ".edge/zh.txt", ".edge/completion.bash", ".edge/set-up.bash", ".edge/README.md", "tests/run-suites" })
            File.Copy(Path.Combine(Programs.RepositoryRoot, script), Path.Combine(Root, script));
        Fake("ldconfig", "echo '	libmosquitto.so.1 (x)'; echo '	libsqlite3.so.0 (x)'; echo '	libcrypto.so.3 (x)'");
        foreach (var program in new[] { "mosquitto", "strace", "faketime", "zbarimg", "qemu-system-x86_64", "qemu-system-aarch64", "cpio", "depmod", "mke2fs", "node", "npm" })
            Fake(program, "");
        Fake("id", "echo 0");
        Fake("sudo", "exit 1");
        Fake("dotnet", FakeDotnet);
        foreach (var (page, place) in new[] { ("gateway/Edge.Site", "site"), ("ledger-client/Edge.Verify", "page") })
        {
            Write($"{page}/Page/package-lock.json", "the page's packages");
            Write($"artifacts/{place}/installed.json", "the page's packages");
        }
    }

    /// <summary>A folder whose name has a space.</summary>
    public string Root => _directory.File("a clone");

    /// <summary>What the faked programs were called with, one call per line.</summary>
    public IReadOnlyList<string> Calls => File.Exists(_directory.File("calls")) ? File.ReadAllLines(_directory.File("calls")) : [];

    /// <summary>More variables for the script.</summary>
    public Dictionary<string, string?> Environment { get; } = [];

    // Builds by putting a program there that says how it was called; "breaks" what a test says is broken.
    private const string FakeDotnet =
        """
        case "$1" in
          --list-sdks) echo "10.0.401 [/usr/share/dotnet/sdk]" ;;
          build)
            [ ! -f "$ROOT/broken" ] || { cat "$ROOT/broken"; exit 1; }
            name=$(sed 's|.*/||' <<X
        $2
        X
        )
            place="$ROOT/artifacts"; [ "${Stack:-system}" = system ] || place="$place/$Stack"
            mkdir -p "$place/bin/$name/release"
            for program in edge-verify edge-demo edge-bench edge-fuzz edge-gateway edge-torture; do
              printf '#!/bin/sh\necho "%s"; for a; do echo "[$a]"; done; [ -z "${TELL:-}" ] || echo "called as $EDGE_COMMAND"; exit ${EXIT:-0}\n' "$program" >"$place/bin/$name/release/$program"
              chmod +x "$place/bin/$name/release/$program"
            done
            echo "warm words of the build" ;;
          publish) [ "${Stack:-system}" = system ] || [ ! -f "$ROOT/no-native" ] || { cat "$ROOT/no-native"; exit 1; } ;;
          restore) [ ! -f "$ROOT/not-to-be-had" ] || { cat "$ROOT/not-to-be-had"; exit 1; } ;;
          test) . "$ROOT/suites" ;;
        esac
        """;

    /// <summary>Puts a program in front of the real one; each call is noted.</summary>
    public void Fake(string name, string body)
    {
        var path = _directory.File($"bin/{name}");
        File.Delete(path);
        File.WriteAllText(path, $"#!/bin/sh\nROOT='{Root}'\necho \"{name} $*\" >>'{_directory.File("calls")}'\n{body}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Remove(string name) => File.Delete(_directory.File($"bin/{name}"));

    public string Write(string name, string text) => _directory.Write($"a clone/{name}", text);

    public string PathOf(string name) => _directory.File(name);

    /// <summary>Runs the script from a folder that is not its own.</summary>
    public Task<ScriptRun> Run(params string[] arguments) => RunAs(Path.Combine(Root, "edge"), arguments);

    /// <inheritdoc cref="Run"/>
    public async Task<ScriptRun> RunAs(string script, params string[] arguments)
    {
        var environment = new Dictionary<string, string?>(Environment)
        {
            ["PATH"] = _directory.File("bin"),
            ["DOTNET_ROOT"] = null,
            ["LC_ALL"] = null,
        };
        environment.TryAdd("HOME", _directory.File("home"));
        environment.TryAdd("LANG", "C.UTF-8");
        environment.TryAdd("Stack", null);
        await using var child = ChildProcess.Start(script, arguments, _directory.Path, new ReadOnlyDictionary<string, string?>(environment));
        var code = await child.WaitForExit();
        return new ScriptRun(code, child.Output.All, child.Error.All);
    }

    public void Dispose() => _directory.Dispose();
}
