namespace Edge.Torture.Power;

/// <summary>
/// Cuts the power of a log's disk again and again and looks for what was acknowledged; beside it the controls, which must lose something. Each disk lives through
/// several cuts, so that recoveries are cut as well and what one cut hides another can show.
/// </summary>
/// <param name="folder">For the disks; those on which something was lost are left there.</param>
/// <param name="progress">Told of every cut.</param>
internal sealed class PowerTorture(string folder, TimeProvider time, Action<string> progress)
{
    /// <summary>Cuts that one disk lives through.</summary>
    private const int CutsOfDisk = 8;

    /// <summary>Cuts in which a control has to lose something.</summary>
    private const int ControlAttempts = 4;

    private const int LastGroups = 5;

    private readonly SemaphoreSlim _machines = new(Math.Clamp(Environment.ProcessorCount, 1, 4));
    private readonly Lock _gate = new();
    private readonly List<string> _faults = [];
    private AcknowledgedSum _acknowledged;
    private long _lost;
    private int _cuts;

    /// <summary>Carries out the controls, then the cuts.</summary>
    /// <param name="cuts">How many; cut i is given seed + i.</param>
    public async Task<PowerReport> RunAsync(int cuts, ulong seed, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var controls = await Task.WhenAll(DiskConditions.Controls.Select(c => InTurnAsync(() => ControlAsync(c, seed, cancellationToken), cancellationToken)));
        var disks = Enumerable.Range(0, (cuts + CutsOfDisk - 1) / CutsOfDisk).Select(disk => (First: seed + (ulong)(disk * CutsOfDisk), Cuts: Math.Min(CutsOfDisk, cuts - (disk * CutsOfDisk))));
        await Task.WhenAll(disks.Select(d => InTurnAsync(() => DiskAsync(d.First, d.Cuts, cancellationToken), cancellationToken)));
        return new PowerReport(seed, _cuts, _acknowledged, _lost, [.. _faults], controls, time.GetElapsedTime(began));
    }

    /// <summary>One disk's life.</summary>
    /// <returns>False if something was lost.</returns>
    private async Task<bool> DiskAsync(ulong first, int cuts, CancellationToken cancellationToken)
    {
        using var disk = await PoweredDisk.MakeAsync(Path.Combine(folder, $"disk-{first}"), first, cancellationToken);
        var isWhole = true;
        for (var cut = 0; cut < cuts && isWhole; cut++)
        {
            var seed = first + (ulong)cut;
            var plan = CutPlan.Of(seed);
            var sum = await disk.CutAsync(plan, seed, DiskConditions.Proper, cancellationToken);
            isWhole = Told($"cut {seed}: {plan}; of unflushed writes {sum.Cut}; acknowledged {sum.Acknowledged}", sum, cuts: 1);
        }
        if (isWhole)
            isWhole = Told($"disk {first}", await disk.CheckAsync(LastGroups, cancellationToken), cuts: 0);
        if (isWhole)
            disk.Remove();
        return isWhole;
    }

    private bool Told(string what, BootSum sum, int cuts)
    {
        var verdict = sum.Wrong.Count > 0 ? $"WRONG: {string.Join("; ", sum.Wrong)}" : sum.IsChecked ? "all from before was there" : "cut before it could be looked";
        lock (_gate)
        {
            _cuts += cuts;
            _acknowledged += sum.Acknowledged;
            _lost += sum.LostEntries;
            _faults.AddRange(sum.Wrong.Select(f => $"{what}: {f}"));
            progress($"[{_cuts}] {what}; {verdict}");
        }
        return sum.Wrong.Count == 0;
    }

    private async Task<ControlSum> ControlAsync(DiskConditions control, ulong seed, CancellationToken cancellationToken)
    {
        var sum = new ControlSum(control.Name, 0, null, null);
        while (!sum.FailedAsItMust && sum.Cuts < ControlAttempts)
            sum = await ControlAsync(control, seed + (ulong)sum.Cuts, sum, cancellationToken);
        progress($"control {sum}");
        return sum;
    }

    /// <summary>One attempt, on a disk of its own. Counts only what the guest itself found lost after something was acknowledged: a rig that breaks proves nothing.</summary>
    private async Task<ControlSum> ControlAsync(DiskConditions control, ulong seed, ControlSum before, CancellationToken cancellationToken)
    {
        using var disk = await PoweredDisk.MakeAsync(Path.Combine(folder, $"control-{control.Name.Replace(' ', '-')}-{seed}"), seed, cancellationToken);
        var cut = await disk.CutAsync(CutPlan.Acknowledged(seed), seed, control, cancellationToken);
        var check = await disk.CheckAsync(0, cancellationToken);
        disk.Remove();
        var found = cut.Acknowledged.Entries > 0 && check.Faults is [var first, ..] ? first : null;
        return before with { Cuts = before.Cuts + 1, Found = found, Trouble = cut.Trouble ?? check.Trouble };
    }

    private async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _machines.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _machines.Release();
        }
    }
}
