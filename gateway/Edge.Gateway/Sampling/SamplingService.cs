using Edge.Gateway.Configuration;
using Edge.Gateway.Time;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Sampling;

/// <summary>Opens the buses and runs one loop per sensor; the loops of a bus share a thread, as they share the bus.</summary>
public sealed class SamplingService(GatewayConfiguration configuration, SampleQueue queue, FieldWatch field, IGatewayClock clock, TimeProvider time, ILogger<SensorLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var buses = new BusDirectory(configuration.Buses, time);
        var threads = configuration.Sensors.Select(s => s.Bus).Distinct().ToDictionary(b => b, b => new TimerThread(time, b));
        var sensors = configuration.Sensors.Select(s => s.Open(buses, threads[s.Bus])).ToList();
        field.Open(buses);
        await using var leaving = stoppingToken.UnsafeRegister(static buses => ((BusDirectory)buses!).LeaveRemote(), buses);
        var compensation = new Compensation(configuration.Sensors, sensors);
        try
        {
            var loops = new List<Task>();
            var channel = 0;
            foreach (var (plan, sensor, watch) in configuration.Sensors.Zip(sensors, field.Devices))
            {
                var loop = new SensorLoop(sensor, plan.Period, channel, queue, clock, threads[plan.Bus], logger, compensation) { Watch = watch };
                loops.Add(Task.Run(() => loop.RunAsync(stoppingToken), stoppingToken));
                channel += plan.Channels.Count;
            }

            await Task.WhenAll(loops);
        }
        finally
        {
            sensors.ForEach(s => s.Dispose());
            foreach (var thread in threads.Values)
                thread.Dispose();
        }
    }
}
