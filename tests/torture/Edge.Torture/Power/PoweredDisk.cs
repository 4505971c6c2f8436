using System.Globalization;
using Edge.Processes;
using Edge.Testing;
using Edge.Torture.Power.Guest;
using Edge.Vm.Disks;
using Edge.Vm.Machines;

namespace Edge.Torture.Power;

/// <summary>A data disk with a log on it, which a machine uses until its power is cut, again and again; and what was acknowledged on it.</summary>
internal sealed class PoweredDisk : IDisposable
{
    /// <summary>For a boot with everything it does, on a loaded machine; only a failing one takes so long.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly string _folder;
    private readonly TemporaryDirectory _sockets = new();
    private readonly List<Acknowledgement> _acknowledged = [];
    private readonly ulong _seed;
    private int _boots;

    private PoweredDisk(string folder, ulong seed) => (_folder, _seed) = (folder, seed);

    private string Image => Path.Combine(_folder, "disk.img");

    /// <summary>The disk as it was before the newest boot, to examine a loss.</summary>
    private string Before => Path.Combine(_folder, "disk.before-boot.img");

    private string Shown => Path.Combine(_folder, "acknowledged");

    /// <summary>A new disk with an empty file system.</summary>
    /// <param name="folder">Taken away by <see cref="Remove"/> only.</param>
    public static async Task<PoweredDisk> MakeAsync(string folder, ulong seed, CancellationToken cancellationToken)
    {
        var disk = new PoweredDisk(folder, seed);
        Directory.CreateDirectory(disk.Shown);
        await RunAsync("mke2fs", ["-q", "-F", "-t", "ext4", "-E", "lazy_itable_init=0,lazy_journal_init=0", disk.Image, "96M"], cancellationToken);
        return disk;
    }

    /// <summary>Boots, and cuts the power as planned.</summary>
    public async Task<BootSum> CutAsync(CutPlan plan, ulong seed, DiskConditions conditions, CancellationToken cancellationToken)
    {
        await using var run = await StartAsync(conditions, int.MaxValue, cancellationToken);
        var isDue = await run.ReachAsync(plan, Limit, cancellationToken);
        return Finish(await run.CutAsync(CutPlan.Chance(seed)), run, isDue ? null : "the machine ended, or took too long, before its power was to be cut");
    }

    /// <summary>Boots, looks for everything, appends some groups and switches off.</summary>
    public async Task<BootSum> CheckAsync(int groups, CancellationToken cancellationToken)
    {
        await using var run = await StartAsync(DiskConditions.Proper, groups, cancellationToken);
        var isDone = await run.EndAsync(Limit, cancellationToken);
        return Finish(await run.CutAsync(CutPlan.Chance(0)), run, isDone ? null : "the machine ended, or took too long, before it was done");
    }

    public void Remove() => Directory.Delete(_folder, recursive: true);

    public void Dispose() => _sockets.Dispose();

    private async Task<PoweredRun> StartAsync(DiskConditions conditions, int groups, CancellationToken cancellationToken)
    {
        await RunAsync("cp", ["--sparse=always", Image, Before], cancellationToken);
        await File.WriteAllLinesAsync(Path.Combine(Shown, "lines"), _acknowledged.Select(a => a.ToString()), cancellationToken);
        return PoweredRun.Start(Image, _sockets.Path, Shown, new Dictionary<string, string>
        {
            ["boot"] = (++_boots).ToString(CultureInfo.InvariantCulture),
            ["seed"] = _seed.ToString(CultureInfo.InvariantCulture),
            ["groups"] = groups.ToString(CultureInfo.InvariantCulture),
            ["mount_options"] = conditions.MountOptions is "" ? "defaults" : conditions.MountOptions,
            ["flush"] = conditions.WithoutFlush ? "no-flush" : "flush",
        });
    }

    private BootSum Finish(CutSum cut, PoweredRun run, string? trouble)
    {
        var lines = run.Lines;
        List<string> faults = [.. lines.Where(l => l.StartsWith(GuestLine.Fault, StringComparison.Ordinal)).Select(l => l[GuestLine.Fault.Length..])];
        var lost = lines.Where(l => l.StartsWith(GuestLine.Lost, StringComparison.Ordinal)).Sum(l => long.Parse(l[GuestLine.Lost.Length..], CultureInfo.InvariantCulture));
        var acknowledged = lines.Select(Acknowledgement.Read).OfType<Acknowledgement>().ToList();
        _acknowledged.AddRange(acknowledged);
        return new BootSum(cut, AcknowledgedSum.Of(acknowledged), lines.Contains(GuestLine.Appending), lost, faults, trouble is null || faults.Count > 0 ? null : $"{trouble}: {run.LastWords}");
    }

    private static async Task RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        await using var process = ChildProcess.Start(program, arguments);
        if (await process.WaitForExit(TimeSpan.FromMinutes(1), cancellationToken) is not 0 and var code)
            throw new TortureException($"{program} ended with {code}: {process.Error}");
    }
}
