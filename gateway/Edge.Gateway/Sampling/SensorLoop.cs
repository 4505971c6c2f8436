using System.Runtime.CompilerServices;
using Edge.Gateway.Hosting;
using Edge.Gateway.Time;
using Edge.Ledger.Entries;
using Edge.Sensors.Sampling;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Sampling;

/// <summary>
/// Samples one sensor at its period, or as it paces itself; by itself: a device that hangs delays no other. Rounds missed meanwhile are skipped, not made up for:
/// a gap tells of them with the next commit, of those for long one by themselves.
/// </summary>
public sealed class SensorLoop(
    ISensor sensor, TimeSpan period, int firstChannel, SampleQueue queue, IGatewayClock clock, TimeProvider time, ILogger<SensorLoop> logger, Compensation? compensation = null) : ISampleSink
{
    private readonly DeviceTelling _telling = new(sensor, firstChannel, queue, clock, time);
    private readonly ISelfPaced? _paced = sensor as ISelfPaced;
    private ulong _begun;
    private CancellationToken _stopping;

    /// <summary>Where its rounds are counted.</summary>
    public DeviceWatch Watch { get; init; } = new(sensor.Name, "");

    public Task RunAsync(CancellationToken cancellationToken) => _paced is null ? ByTimerAsync(cancellationToken) : ByItselfAsync(_paced, cancellationToken);

    private async Task ByItselfAsync(ISelfPaced paced, CancellationToken cancellationToken)
    {
        var rounds = new PacedCount(paced, time);
        while (true)
        {
            await paced.WaitAsync(cancellationToken);
            rounds.Begin();
            Count(rounds.LeftOut, rounds.IsLong, rounds.Late);
            await SampleAsync(cancellationToken);
        }
    }

    private async Task ByTimerAsync(CancellationToken cancellationToken)
    {
        // What making a timer costs once must not delay its beat for ever.
        using var timer = new PeriodicTimer(Timeout.InfiniteTimeSpan, time);
        var rounds = new RoundCount(time, period);
        timer.Period = period;
        do
        {
            rounds.Begin();
            Count(rounds.LeftOut, rounds.IsLong, rounds.Late);
            await SampleAsync(cancellationToken);
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>Drivers report what hardware does and do not throw; one that does anyway must not end its channel.</summary>
    [AsyncMethodBuilder(typeof(KeepingMethodBuilder))]
    public async ValueTask SampleAsync(CancellationToken cancellationToken)
    {
        _stopping = cancellationToken;
        try
        {
            await sensor.SampleAsync(this, cancellationToken);
            _telling.Events();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.DriverFailed(sensor.Name, e.Message, e);
        }
    }

    private void Count(long missed, bool isLong, TimeSpan late)
    {
        var before = _begun;
        _begun = clock.Monotonic();
        Watch.Begin(late, missed);
        if (missed == 0)
            return;
        var from = before == 0 ? _begun : Math.Min(before + (ulong)period.Nanoseconds(), _begun);
        for (var channel = firstChannel; channel < firstChannel + sensor.Outputs.Count; channel++)
        {
            if (isLong)
                queue.Miss(channel, from, _begun, missed);
            else
                queue.Skip(channel, from, _begun, missed, before == 0 ? 0 : (long)(_begun - before));
        }
    }

    /// <summary>A value that is missing because the gateway stops says nothing of the device.</summary>
    public void Accept(in Sample sample)
    {
        if (sample.Value is { } value && !double.IsFinite(value))
        {
            Accept(Sample.Absent(sample.Output, Reason.OutOfRange, sample.Raw));
            return;
        }

        if (sample.Value is null && _stopping.IsCancellationRequested)
            return;
        if (sample.Value is null)
            Watch.CountAbsent();
        _telling.Calibration();
        compensation?.Saw(firstChannel + sample.Output, sample.Value);
        var now = clock.Now();
        var age = _paced is null ? 0 : (ulong)Math.Max(0, time.Nanoseconds() - _paced.Due);
        queue.Put(age == 0 || age > now.Monotonic ? new StampedSample(firstChannel + sample.Output, sample, now.Monotonic, now.Wall)
            : new StampedSample(firstChannel + sample.Output, sample, now.Monotonic - age, now.At(now.Monotonic - age)));
    }
}
