using Edge.Gateway.Budget;
using Edge.Gateway.Hosting;
using Edge.Sensors.Sampling;
using Edge.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Pipeline;

/// <summary>Drives the writer: a tick every 50 ms, receipts and evictions between ticks, the watchdog as long as ticks go on; at the end drains, seals and commits.</summary>
public sealed class WriterService(
    LogWriter writer, WriterRequests requests, Retention retention, StoreKeeper keeper, StorePatrol patrol, SystemdNotifier systemd, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<WriterService> logger)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    /// <summary>Set when the writer ended by an error: the service must not report success.</summary>
    public bool Failed { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (systemd.Problem is { } problem)
            logger.SystemdNotReached(problem);
        try
        {
            keeper.Start();
            writer.Start();
            systemd.Ready();
            await RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Stop();
        }
        catch (Exception e)
        {
            Fail(e);
            lifetime.StopApplication();
        }
    }

    private void Stop()
    {
        try
        {
            systemd.Stopping();
            requests.Serve(writer);
            Failed = !writer.Stop();
        }
        catch (Exception e)
        {
            Fail(e);
        }
    }

    /// <summary>What the store says needs no stack trace; anything else is a mistake in the program.</summary>
    private void Fail(Exception e)
    {
        Failed = true;
        logger.WriterFailed(e.Message, e is StoreException ? null : e);
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        var watchdog = SystemdNotifier.WatchdogPeriod();
        var alive = time.GetTimestamp();
        using var thread = new TimerThread(time, "writer");
        using var timer = new PeriodicTimer(Period, thread);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            writer.Tick();
            requests.Serve(writer);
            retention.Tick();
            keeper.Tick();
            patrol.Tick();
            if (watchdog is not { } period || time.GetElapsedTime(alive) < period)
                continue;
            systemd.Alive();
            alive = time.GetTimestamp();
        }
    }
}
