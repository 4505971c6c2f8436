using Edge.Processes;

namespace Edge.Vm.Machines;

/// <summary>A virtual machine that runs one job. Ending it is a power cut.</summary>
public sealed class VirtualMachine : IAsyncDisposable
{
    private readonly ChildProcess _process;

    private VirtualMachine(ChildProcess process) => _process = process;

    /// <summary>What the guest and its kernel said.</summary>
    public OutputLines Console => _process.Output;

    /// <summary>Boots.</summary>
    /// <param name="folders">Seen read-only by the guest under /mnt, by these names; "job" holds the script <c>run</c>.</param>
    /// <param name="disk">The Unix socket of the data disk, if any: /dev/vdb.</param>
    /// <param name="port">The second serial port, if any: /run/port.</param>
    /// <param name="environment">Variables of the job; no spaces.</param>
    /// <param name="results">A folder the guest may write, seen as /mnt/results, if any.</param>
    /// <param name="services">Whether the job runs beside systemd and udev.</param>
    public static VirtualMachine Boot(IReadOnlyDictionary<string, string> folders, string? disk = null, string? port = null, IReadOnlyDictionary<string, string>? environment = null,
        string? results = null, bool services = false)
    {
        List<string> arguments = [MachineFiles.Place];
        foreach (var (name, folder) in folders)
            arguments.AddRange(["--folder", $"{name}={folder}"]);
        if (disk is not null)
            arguments.AddRange(["--disk", disk]);
        if (port is not null)
            arguments.AddRange(["--port", port]);
        if (results is not null)
            arguments.AddRange(["--results", results]);
        if (services)
            arguments.Add("--services");
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            arguments.Add($"{name}={value}");
        return new VirtualMachine(ChildProcess.Start(MachineFiles.Boot, arguments));
    }

    /// <summary>Waits until it has switched itself off, or failed.</summary>
    /// <exception cref="TimeoutException">It did not end within the limit.</exception>
    public async Task EndAsync(TimeSpan limit, CancellationToken cancellationToken) => _ = await _process.WaitForExit(limit, cancellationToken);

    /// <summary>Cuts the power. Returns when nothing of the machine is left.</summary>
    public async Task CutAsync()
    {
        _process.Kill();
        _ = await _process.WaitForExit();
    }

    /// <summary>What it said last, and what the emulator complained of.</summary>
    public string LastWords => string.Join('\n', Console.All.Concat(_process.Error.All).TakeLast(12));

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
