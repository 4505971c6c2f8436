namespace Edge.Site.Access;

/// <summary>
/// Checks passwords one at a time, on at most one core; a few wait, others are sent away. Of nobody's account none is right: whoever shows one waits as long, in a line
/// of its own, and takes nothing of those who have an account.
/// </summary>
internal sealed class PasswordCheck(TimeProvider time) : IDisposable
{
    private const int MostWaiting = 16;

    private readonly Line _checked = new();
    private readonly Line _pretended = new();
    /// <summary>Ticks that a check takes; 0 before the first.</summary>
    private long _took;

    /// <summary>Whether the password is the account's; of nobody's account it never is, and takes as long. Null: too many are checked now.</summary>
    public async Task<bool?> IsOfAsync(Account? account, string password, CancellationToken cancellationToken)
    {
        var line = account is null ? _pretended : _checked;
        if (Interlocked.Increment(ref line.Waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref line.Waiting);
            return null;
        }

        try
        {
            await line.One.WaitAsync(cancellationToken);
            try
            {
                if (account is not null || Volatile.Read(ref _took) is not (> 0 and var took))
                    return await MeasuredAsync(account, password);
                await Task.Delay(TimeSpan.FromTicks(took), time, cancellationToken);
                return false;
            }
            finally
            {
                line.One.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref line.Waiting);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _checked.One.Dispose();
        _pretended.One.Dispose();
    }

    private async Task<bool> MeasuredAsync(Account? account, string password)
    {
        var began = time.GetTimestamp();
        var isRight = await LowPriority.RunAsync(() => PasswordHash.Verify(account?.Password ?? PasswordHash.Nobody, password) && account is not null);
        Volatile.Write(ref _took, time.GetElapsedTime(began).Ticks);
        return isRight;
    }

    private sealed class Line
    {
        public int Waiting;

        public SemaphoreSlim One { get; } = new(1);
    }
}
