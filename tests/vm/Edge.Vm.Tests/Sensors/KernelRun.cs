using System.Globalization;
using Edge.Demo.Evidence;
using Edge.Ledger.Entries;
using Edge.Testing;
using Edge.Torture.Logs;
using Edge.Vm.Machines;

namespace Edge.Vm.Tests.Sensors;

/// <summary>
/// One boot of a machine in which the installed gateway, under its unit, measures simulated devices through the kernel's own buses (tests/vm/sensors/run).
/// It is played once for all facts about it; where it cannot be, nothing is.
/// </summary>
public sealed class KernelRun : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    private readonly TemporaryDirectory _folder = new();

    /// <summary>When what happened, CLOCK_MONOTONIC ns.</summary>
    internal IReadOnlyList<(ulong At, string What)> Course { get; private set; } = [];

    /// <summary>Rows as they drove the devices.</summary>
    internal IReadOnlyList<TruthRow> Truth { get; private set; } = [];

    internal StoredLog Log { get; private set; } = null!;

    internal IReadOnlyList<ReadingEntry> Readings { get; private set; } = [];

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (SensorsFactAttribute.Missing is not null)
            return;
        var given = Directory.CreateDirectory(_folder.File("given")).FullName;
        var results = Directory.CreateDirectory(_folder.File("results")).FullName;
        await File.WriteAllTextAsync(Path.Combine(given, "recording.csv"), DrivenRows.Csv());
        await File.WriteAllTextAsync(Path.Combine(given, "city.txt"), await LineAsync("log", "city.example"));
        await File.WriteAllTextAsync(Path.Combine(given, "quorum.txt"), $"{await LineAsync("witness", "water")}group departments 1 water\nquorum departments\n");
        await using var machine = VirtualMachine.Boot(new Dictionary<string, string>
        {
            ["job"] = Path.Combine(Programs.RepositoryRoot, "tests", "vm", "sensors"),
            ["given"] = given,
            ["dotnet"] = MachineFiles.DotnetRoot,
            ["simulator"] = Path.GetDirectoryName(Programs.Simulator)!,
            ["gateway"] = Path.GetDirectoryName(Programs.NativeGateway!)!,
            ["hardware"] = Path.Combine(Programs.RepositoryRoot, "hardware"),
        }, results: results, services: true);
        await machine.EndAsync(Limit, CancellationToken.None);
        Course = [.. File.Exists(Result("course")) ? Lines("course").Select(l => l.Split(' ', 2)).Select(l => (ulong.Parse(l[0], CultureInfo.InvariantCulture), l[1])) : []];
        Assert.True(Course is [.., (_, "done")], $"{string.Join('\n', Course)}\n--- the machine\n{machine.LastWords}");
        Truth = TruthRow.ReadAll(Result("truth"));
        Log = StoredLog.Read(Result("edge-log"));
        Readings = [.. Log.Entries.OfType<ReadingEntry>()];
    }

    /// <summary>A file that the guest left.</summary>
    internal string[] Lines(string name) => File.ReadAllLines(Result(name));

    /// <summary>When it happened, ns.</summary>
    internal ulong At(string what) => Course.Single(c => c.What.StartsWith(what, StringComparison.Ordinal)).At;

    /// <summary>Readings of one channel.</summary>
    internal IReadOnlyList<ReadingEntry> Of(string channel) => [.. Readings.Where(r => r.Channel == channel)];

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    private string Result(string name) => Path.Combine(_folder.File("results"), name);

    private async Task<string> LineAsync(string type, string name)
    {
        await using var keygen = ChildProcess.Start(Programs.City, ["keygen", "--name", name, "--type", type, "--out", _folder.File($"{name}.key")]);
        Assert.Equal(0, await keygen.WaitForExit());
        return keygen.Output.All.Single(l => l.Contains('+', StringComparison.Ordinal)) + "\n";
    }
}
