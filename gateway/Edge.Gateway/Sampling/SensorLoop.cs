using System.Runtime.CompilerServices;
using Edge.Gateway.Hosting;
using Edge.Gateway.Time;
using Edge.Sensors.Sampling;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Sampling;

/// <summary>Samples one sensor at its period, by itself: a device that hangs delays no other. Rounds missed meanwhile are skipped, not made up for; when it was for long, a gap tells of them.</summary>
public sealed class SensorLoop(
    ISensor sensor, TimeSpan period, int firstChannel, SampleQueue queue, IGatewayClock clock, TimeProvider time, ILogger<SensorLoop> logger, Compensation? compensation = null) : ISampleSink
{
    private readonly DeviceTelling _telling = new(sensor, firstChannel, queue, clock);
    private ulong _begun;

    /// <summary>Where its rounds are counted.</summary>
    public DeviceWatch Watch { get; init; } = new(sensor.Name, "");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var rounds = new RoundCount(time, period);
        using var timer = new PeriodicTimer(period, time);
        do
        {
            Count(rounds);
            await SampleAsync(cancellationToken);
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>Drivers report what hardware does and do not throw; one that does anyway must not end its channel.</summary>
    [AsyncMethodBuilder(typeof(KeepingMethodBuilder))]
    public async ValueTask SampleAsync(CancellationToken cancellationToken)
    {
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

    private void Count(RoundCount rounds)
    {
        var (missed, before) = (rounds.Begin(), _begun);
        _begun = clock.Monotonic();
        Watch.Begin(rounds.Late, rounds.LeftOut);
        for (var output = 0; missed > 0 && output < sensor.Outputs.Count; output++)
            queue.Miss(firstChannel + output, before + (ulong)period.Nanoseconds(), _begun, missed);
    }

    public void Accept(in Sample sample)
    {
        if (sample.Value is null)
            Watch.CountAbsent();
        _telling.Calibration();
        compensation?.Saw(firstChannel + sample.Output, sample.Value);
        var now = clock.Now();
        queue.Put(new StampedSample(firstChannel + sample.Output, sample, now.Monotonic, now.Wall));
    }
}
