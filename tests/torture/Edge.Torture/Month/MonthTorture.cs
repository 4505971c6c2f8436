using System.Globalization;
using Edge.Gateway.Configuration;
using Edge.Gateway.Consequences;
using Edge.Gateway.Rehearsals;
using Edge.Ledger.Notes;

namespace Edge.Torture.Month;

/// <summary>
/// A gateway that measures for a month while no city answers, in simulated time, through its real queue, writer, seals and store; then one anchor catches up.
/// </summary>
/// <param name="folder">A new folder.</param>
/// <param name="say">Told of the progress.</param>
internal sealed class MonthTorture(string folder, TimeProvider time, Action<string> say)
{
    /// <summary>The longest anchor that may be needed.</summary>
    public const int MostAnchorBytes = 4096;

    private const double Tolerance = 0.1;
    private const long MostGrowth = 8_000_000;
    private const int Steps = 40;

    private readonly List<string> _faults = [];

    public MonthReport Run(double days, ulong seed, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var configuration = MonthSite.Make(folder);
        var foretold = Trial.Run(configuration, cancellationToken).BytesPerDay * days;
        var log = Path.Combine(folder, "log");
        var memory = new MemoryCourse();
        using var rehearsal = new Rehearsal(configuration, log, (int)seed);
        using var department = new OneDepartment(folder, rehearsal.Verifier, time);
        var known = Anchor(configuration, rehearsal, department, 0).Size;
        for (var step = 1; step <= Steps; step++)
        {
            rehearsal.RunTo(TimeSpan.FromDays(days * step / Steps), cancellationToken);
            memory.Sample();
            say(string.Create(CultureInfo.InvariantCulture, $"day {days * step / Steps:0.0#}: {rehearsal.Log.Size:N0} entries, {Environment.WorkingSet / 1e6:N0} MB resident"));
        }

        rehearsal.Stop();
        var anchor = Anchor(configuration, rehearsal, department, known);
        var (readings, seals, size) = (rehearsal.Readings, rehearsal.Seals, rehearsal.Log.Size);
        rehearsal.Dispose();
        var disk = new DirectoryInfo(log).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
        Judge(days, readings, (long)size - seals, anchor.Bytes, disk / foretold, memory);
        return new MonthReport(days, readings, seals, size, anchor.Bytes, disk, foretold, memory, _faults, time.GetElapsedTime(started));
    }

    private (ulong Size, int Bytes) Anchor(GatewayConfiguration configuration, Rehearsal rehearsal, OneDepartment department, ulong known)
    {
        var newest = Checkpoint.Parse(rehearsal.Newest!);
        var request = new AddCheckpointRequest(known, rehearsal.Log.View.Consistency(known, newest.Size), rehearsal.Newest!).ToBytes();
        if (department.Refusal(configuration.Origin.ToString(), request) is { } why)
            _faults.Add(string.Create(CultureInfo.InvariantCulture, $"the department did not accept the anchor from {known} to {newest.Size}: {why}"));
        return (newest.Size, request.Length);
    }

    private void Judge(double days, long readings, long others, int anchor, double ratio, MemoryCourse memory)
    {
        // The opening entries: boot and configurations.
        if (readings != others - 1 - MonthSite.Channels || readings < (long)(days * 86_400 * MonthSite.Channels) - MonthSite.Channels)
            _faults.Add(string.Create(CultureInfo.InvariantCulture, $"{readings} readings were brought, the log has {others - 1 - MonthSite.Channels}"));
        if (anchor > MostAnchorBytes)
            _faults.Add(string.Create(CultureInfo.InvariantCulture, $"the anchor has {anchor} bytes, more than {MostAnchorBytes}"));
        if (Math.Abs(ratio - 1) > Tolerance)
            _faults.Add(string.Create(CultureInfo.InvariantCulture, $"the log takes {ratio:0.00} times what was foretold"));
        if (memory.Growth.Managed > MostGrowth)
            _faults.Add(string.Create(CultureInfo.InvariantCulture, $"managed memory grew by {memory.Growth.Managed} bytes"));
        if (memory.Growth.Resident > 2 * MostGrowth)
            _faults.Add(string.Create(CultureInfo.InvariantCulture, $"resident memory grew by {memory.Growth.Resident} bytes"));
    }
}
