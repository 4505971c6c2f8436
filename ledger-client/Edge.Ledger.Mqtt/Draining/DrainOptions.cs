using Edge.Ledger.City;
using Edge.Ledger.Mqtt.Sessions;

namespace Edge.Ledger.Mqtt.Draining;

/// <summary>How a gateway's entries go to a historian.</summary>
public sealed record DrainOptions
{
    /// <summary>The gateway's log.</summary>
    public required LogOrigin Origin { get; init; }

    /// <summary>Bytes of backlog per second. Default 50,000; live entries do not count.</summary>
    public long Rate { get; init; } = 50_000;

    /// <summary>Bytes of backlog that may go at once after a rest. Default 100,000.</summary>
    public long Burst { get; init; } = 100_000;

    /// <summary>Wait for the historian's word before what was sent counts as lost. Default 30 seconds.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a silent historian is asked what it holds. Default 10 seconds.</summary>
    public TimeSpan AskEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Without anything new being acknowledged for so long, although it was sent, a person is told. Default 5 minutes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Waits between connections.</summary>
    public BackOff Reconnect { get; init; } = new();
}
