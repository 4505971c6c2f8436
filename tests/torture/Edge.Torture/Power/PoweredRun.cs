using Edge.Torture.Power.Guest;
using Edge.Testing;
using Edge.Vm.Disks;
using Edge.Vm.Machines;

namespace Edge.Torture.Power;

/// <summary>One boot of a machine with its data disk and the port on which it acknowledges.</summary>
internal sealed class PoweredRun : IAsyncDisposable
{
    private readonly DiskServer _disk;
    private readonly GuestPort _port;
    private readonly VirtualMachine _machine;

    private PoweredRun(DiskServer disk, GuestPort port, VirtualMachine machine) => (_disk, _port, _machine) = (disk, port, machine);

    /// <summary>What the guest said on its port; whole once the power is cut.</summary>
    public IReadOnlyList<string> Lines => _port.Lines.All;

    public string LastWords => _machine.LastWords;

    /// <param name="image">The data disk.</param>
    /// <param name="sockets">A folder with a short path.</param>
    /// <param name="acknowledged">The folder with what was acknowledged before.</param>
    public static PoweredRun Start(string image, string sockets, string acknowledged, IReadOnlyDictionary<string, string> environment)
    {
        var disk = new DiskServer(image, Path.Combine(sockets, "disk"));
        var port = new GuestPort(Path.Combine(sockets, "port"));
        var machine = VirtualMachine.Boot(new Dictionary<string, string>
        {
            ["job"] = Path.Combine(Programs.RepositoryRoot, "tests", "vm", "power"),
            ["dotnet"] = MachineFiles.DotnetRoot,
            ["program"] = Path.GetDirectoryName(Programs.Find("Edge.Torture", "edge-torture"))!,
            ["acknowledged"] = acknowledged,
        }, Path.Combine(sockets, "disk"), port.Path, environment);
        return new PoweredRun(disk, port, machine);
    }

    /// <summary>Waits for the moment of a cut.</summary>
    /// <returns>False if the machine ended, or went on saying nothing, before it.</returns>
    public async Task<bool> ReachAsync(CutPlan plan, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(limit);
        try
        {
            var phase = plan.From switch { CutPhase.Opening => GuestLine.Opening, CutPhase.Appending => GuestLine.Appending, _ => null };
            if (phase is not null && await SaidAsync(phase, patience.Token) != phase)
                return false;
            if (plan.CountsAcknowledgements)
                return await AcknowledgedAsync(plan.Count, patience.Token);
            _disk.FailAfter(plan.Count);
            return await Task.WhenAny(_disk.PowerFailed, SaidAsync(GuestLine.Done, patience.Token)) == _disk.PowerFailed;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Waits until the machine has done its work and switched itself off.</summary>
    /// <returns>False if it did not get so far.</returns>
    public async Task<bool> EndAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            await _machine.EndAsync(limit, cancellationToken);
            return await SaidAsync(GuestLine.Done, cancellationToken) == GuestLine.Done && Lines.Contains(GuestLine.Appending);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Cuts the power, and lets chance decide about the disk.</summary>
    public async Task<CutSum> CutAsync(Random chance)
    {
        await _machine.CutAsync();
        _ = await _port.Lines.Find(_ => false, 0, CancellationToken.None);
        return await _disk.CutAsync(chance);
    }

    public async ValueTask DisposeAsync()
    {
        await _machine.DisposeAsync();
        await _port.DisposeAsync();
        await _disk.DisposeAsync();
    }

    private async Task<bool> AcknowledgedAsync(int count, CancellationToken cancellationToken)
    {
        for (var (at, found) = (0, 0); found < count; at++)
        {
            if (await _port.Lines.Find(_ => true, at, cancellationToken) is not { } line || line == GuestLine.Done)
                return false;
            found += Acknowledgement.Read(line) is null ? 0 : 1;
        }
        return true;
    }

    /// <summary>The line, or null if the port was closed, or the guest gave up, without it.</summary>
    private Task<string?> SaidAsync(string line, CancellationToken cancellationToken) => _port.Lines.Find(l => l == line || l == GuestLine.Done, 0, cancellationToken);
}
