using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Mqtt.Sessions;

namespace Edge.Ledger.City.Blocks;

/// <summary>How the city log makes blocks.</summary>
public sealed record CityLogOptions
{
    /// <summary>From one block to the next, if the departments answer in that time. Default 1 second; 0.01 seconds to 1 hour.</summary>
    public TimeSpan BlockInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Most anchors in one block; the others wait for the next. Default 10,000; 1 to 1,000,000.</summary>
    public int MaxAnchorsPerBlock { get; init; } = 10_000;

    /// <summary>Wait for the quorum before a block is submitted again, and between further attempts.</summary>
    public SubmissionOptions Submission { get; init; } = new()
    {
        AnswerTimeout = TimeSpan.FromSeconds(2),
        BackOff = new BackOff { First = TimeSpan.FromSeconds(0.5), Longest = TimeSpan.FromSeconds(5) },
    };

    /// <summary>Waits between connections.</summary>
    public BackOff Reconnect { get; init; } = new() { Longest = TimeSpan.FromSeconds(5) };

    /// <summary>Checks the ranges above.</summary>
    /// <exception cref="ArgumentException">Names the value to correct.</exception>
    public void Validate()
    {
        if (BlockInterval < TimeSpan.FromSeconds(0.01) || BlockInterval > TimeSpan.FromHours(1))
            throw new ArgumentException($"The block interval {BlockInterval} is not in 0.01 seconds to 1 hour.");
        if (MaxAnchorsPerBlock is < 1 or > 1_000_000)
            throw new ArgumentException($"The most anchors per block, {MaxAnchorsPerBlock}, is not in 1 to 1000000.");
    }
}
