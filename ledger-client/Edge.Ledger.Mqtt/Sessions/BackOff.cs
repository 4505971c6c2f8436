using Polly;
using Polly.Retry;

namespace Edge.Ledger.Mqtt.Sessions;

/// <summary>How long to wait between failed tries: exponential with jitter, up to a cap.</summary>
public sealed record BackOff
{
    /// <summary>Median of the first wait. Default 0.5 seconds; must be above 0 and not above <see cref="Longest"/>.</summary>
    public TimeSpan First { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>No wait is longer. Default 30 seconds; at most 1 day.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Seed of the jitter. Give each gateway its own, so that a thousand of them do not knock together.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Retries for ever what <paramref name="handles"/> says may be retried.</summary>
    /// <param name="clock">Measures the waits.</param>
    /// <param name="handles">Whether trying again may help.</param>
    /// <param name="onRetry">Told the failure and the wait that follows it.</param>
    /// <exception cref="ArgumentException">The waits are out of range.</exception>
    public ResiliencePipeline Build(TimeProvider clock, Func<Exception, bool> handles, Action<Exception, TimeSpan> onRetry)
    {
        if (First <= TimeSpan.Zero || First > Longest || Longest > TimeSpan.FromDays(1))
            throw new ArgumentException($"Back-off: the first wait {First} and the longest {Longest} must be above zero, in this order, and at most one day.");
        var random = new Random(Seed);
        return new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                Delay = First,
                MaxDelay = Longest,
                UseJitter = true,
                Randomizer = random.NextDouble,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } e && handles(e)),
                OnRetry = arguments =>
                {
                    onRetry(arguments.Outcome.Exception!, arguments.RetryDelay);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }
}
