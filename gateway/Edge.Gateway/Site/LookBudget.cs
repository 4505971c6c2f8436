namespace Edge.Gateway.Site;

/// <summary>What one look into the log may cost: some time, and some bytes of answer.</summary>
internal sealed class LookBudget(TimeProvider time, TimeSpan most, long bytes, CancellationToken cancellationToken)
{
    private readonly long _began = time.GetTimestamp();
    private long _bytes = bytes;

    /// <summary>It is used up, or nobody waits for the answer any more.</summary>
    public bool IsSpent => _bytes <= 0 || cancellationToken.IsCancellationRequested || time.GetElapsedTime(_began) >= most;

    public void Take(int bytes) => _bytes -= bytes;
}
