using System.Collections.ObjectModel;
using Edge.Testing;

namespace Edge.Interop.Tests.Peers;

/// <summary>A program made of other people's implementations. It is asked by a command and a file, and answers with lines.</summary>
/// <param name="first">Arguments before the command.</param>
internal sealed class Peer(string program, IReadOnlyList<string> first, IReadOnlyDictionary<string, string?> environment)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Where the peers are built and installed; not part of the repository.</summary>
    public static string Place { get; } = Path.Combine(Programs.RepositoryRoot, "artifacts", "interop");

    public static string Sources { get; } = Path.Combine(Programs.RepositoryRoot, "tests", "interop");

    /// <summary>Asks a peer of which the answer is sought.</summary>
    /// <exception cref="InvalidOperationException">It ended with an error, which the message shows.</exception>
    public async Task<IReadOnlyList<string>> Ask(string command, byte[] file, params string[] more)
    {
        var (code, answer, error) = await Try(command, file, more);
        return code == 0 ? answer : throw new InvalidOperationException($"{command}: {string.Join('\n', error)}");
    }

    /// <summary>Asks a peer that may refuse.</summary>
    public async Task<(int ExitCode, IReadOnlyList<string> Answer, IReadOnlyList<string> Error)> Try(string command, byte[] file, params string[] more)
    {
        using var folder = new TemporaryDirectory();
        var path = folder.File("question");
        await File.WriteAllBytesAsync(path, file);
        return await Run(program, [.. first, command, path, .. more], folder.Path, environment);
    }

    public static async Task<(int ExitCode, IReadOnlyList<string> Answer, IReadOnlyList<string> Error)> Run(
        string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string?> environment)
    {
        await using var child = ChildProcess.Start(program, arguments, folder, new ReadOnlyDictionary<string, string?>(environment.ToDictionary()));
        var code = await child.WaitForExit(Limit);
        return (code, child.Output.All, child.Error.All);
    }

    /// <summary>Whether a program is found in PATH.</summary>
    public static bool IsInPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
