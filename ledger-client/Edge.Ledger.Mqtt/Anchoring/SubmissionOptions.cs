using Edge.Ledger.Mqtt.Sessions;

namespace Edge.Ledger.Mqtt.Anchoring;

/// <summary>How patiently a checkpoint is submitted.</summary>
public sealed record SubmissionOptions
{
    /// <summary>Wait for the answer before the checkpoint, or a newer one, is submitted again. Default 5 seconds; above 0.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Further waits between submissions that were not answered.</summary>
    public BackOff BackOff { get; init; } = new() { First = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromSeconds(30) };
}
