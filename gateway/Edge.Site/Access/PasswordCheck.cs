namespace Edge.Site.Access;

/// <summary>Checks passwords one at a time, on at most one core; a few wait, others are sent away.</summary>
internal sealed class PasswordCheck : IDisposable
{
    private const int MostWaiting = 8;

    private readonly SemaphoreSlim _one = new(1);
    private int _waiting;

    /// <summary>Whether the password is the account's; of nobody's account it never is, and takes as long. Null: too many are checked now.</summary>
    public async Task<bool?> IsOfAsync(Account? account, string password, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return null;
        }

        try
        {
            await _one.WaitAsync(cancellationToken);
            try
            {
                return await LowPriority.RunAsync(() => PasswordHash.Verify(account?.Password ?? PasswordHash.Nobody, password) && account is not null);
            }
            finally
            {
                _one.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();
}
