using Edge.Gateway.Time;
using Edge.Sensors.Sampling;

namespace Edge.Gateway.Pipeline;

/// <summary>Samples one sensor at its period, by itself: a device that hangs delays no other. Rounds missed meanwhile are skipped, not made up for.</summary>
public sealed class SensorLoop(ISensor sensor, TimeSpan period, int firstChannel, SampleQueue queue, IGatewayClock clock, TimeProvider time) : ISampleSink
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(period, time);
        do
        {
            await sensor.SampleAsync(this, cancellationToken);
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    public void Accept(in Sample sample) => queue.Put(new StampedSample(firstChannel + sample.Output, sample, clock.Monotonic(), clock.Wall()));
}
