using System.Runtime.InteropServices;
using Edge.Ledger.Mqtt.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Edge.Ledger.City.Commands;

/// <summary>Runs a node in the foreground: log lines to standard error, one <c>ready</c> line to standard output, a clean end on SIGTERM.</summary>
internal static class NodeHost
{
    public static ILoggerFactory CreateLog() => LoggerFactory.Create(log => log
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        })
        .Services.Configure<ConsoleLoggerOptions>(static options => options.LogToStandardErrorThreshold = LogLevel.Trace));

    public static async Task RunAsync(string ready, MqttSession session, Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        var announcing = AnnounceAsync(ready, session, end.Token);
        try
        {
            await run(end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Told to end.
        }
        finally
        {
            await end.CancelAsync();
            await announcing;
        }

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            end.Cancel();
        }
    }

    private static async Task AnnounceAsync(string ready, MqttSession session, CancellationToken cancellationToken)
    {
        try
        {
            await session.Changed.UntilAsync(() => session.State.IsConnected, cancellationToken);
            await Console.Out.WriteLineAsync($"ready {ready}".AsMemory(), cancellationToken);
            await Console.Out.FlushAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ended before it was ready.
        }
    }
}
