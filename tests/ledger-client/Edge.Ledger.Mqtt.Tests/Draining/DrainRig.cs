using System.Collections.Concurrent;
using Edge.Ledger.City;
using Edge.Ledger.Mqtt.Draining;
using Edge.Ledger.Mqtt.Links;
using Edge.Testing;
using Microsoft.Extensions.Logging;

namespace Edge.Ledger.Mqtt.Tests.Draining;

/// <summary>A drain, its log and its historian, in a time set by hand.</summary>
internal sealed class DrainRig : ILogger<DrainClient>, IAsyncDisposable
{
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;

    public DrainRig(ulong size, Action<ScriptedHistorian>? script = null, DrainOptions? options = null, Action<MemoryEntryLog>? log = null)
    {
        Log = new MemoryEntryLog(size);
        log?.Invoke(Log);
        script?.Invoke(Historian);
        Drain = new DrainClient(options ?? Options, Log, Historian, new MqttEndpoint { Host = "broker.example" }, Time, this);
        _running = Drain.RunAsync(_end.Token);
    }

    /// <summary>10 kB/s, 20 kB at once.</summary>
    public static DrainOptions Options { get; } = new() { Origin = LogOrigin.Parse("city.example/gw-1"), Rate = 10_000, Burst = 20_000 };

    public ManualTimeProvider Time { get; } = new();

    public MemoryEntryLog Log { get; }

    public ScriptedHistorian Historian { get; } = new();

    public DrainClient Drain { get; }

    public ConcurrentQueue<string> Lines { get; } = [];

    public DrainStatus Status => Drain.Status!;

    /// <summary>Lets time pass, and the drain look at every tenth of a second of it.</summary>
    public async Task PassAsync(double seconds)
    {
        for (var step = 0; step < (int)Math.Round(seconds / Step.TotalSeconds); step++)
        {
            var looks = Log.Looks;
            Time.Advance(Step);
            await Task.Run(() =>
            {
                Assert.True(SpinWait.SpinUntil(() => Log.Looks > looks, Eventually.DefaultLimit));
                // On a busy machine an answer may take longer than the time set by hand. Where none is to come, this is not waited for long.
                SpinWait.SpinUntil(() => !Historian.Answers || Drain.Status?.Held == Historian.Held, AnswerLimit);
            });
        }
    }

    /// <summary>Lets time pass until something is so, at most a while.</summary>
    public async Task UntilAsync(Func<bool> holds)
    {
        for (var step = 0; step < 1_000 && !holds(); step++)
            await PassAsync(0.1);
        await Eventually.True(holds);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running);
        _end.Dispose();
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;


    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue(formatter(state, exception));
}
