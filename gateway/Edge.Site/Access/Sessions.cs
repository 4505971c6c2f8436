using Edge.Ledger.Merkle;

namespace Edge.Site.Access;

/// <summary>
/// Who is logged in, by the hashes of their tokens, in memory only. A session is over when it was not used for <see cref="Idle"/>, after <see cref="Longest"/>,
/// at logout, and as soon as its account has another password or role or is gone. From any thread.
/// </summary>
internal sealed class Sessions(Accounts accounts, TimeProvider time) : IDisposable
{
    /// <summary>One that shows live events is in use.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Of one account; the oldest ends when it begins another.</summary>
    public const int MostOfAccount = 8;

    /// <summary>How soon requests that go on notice that they may not any more.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<Hash32, Session> _sessions = [];
    private readonly CancellationTokenSource _disposed = new();
    private bool _looks;

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _sessions.Count;
        }
    }

    /// <summary>Whether something looks after them: only while there are some.</summary>
    public bool IsLooking
    {
        get
        {
            lock (_gate)
                return _looks;
        }
    }

    /// <returns>Its token, which nobody is told again.</returns>
    public string Begin(Account account)
    {
        var token = SessionToken.Make();
        lock (_gate)
        {
            EndOldestOf(account.Name);
            _sessions.Add(SessionToken.Key(token)!.Value, new Session(account, time.GetTimestamp(), new CancellationTokenSource()));
            if (!_looks)
                _ = LookAsync();
            _looks = true;
        }

        return token;
    }

    /// <summary>The session of a token, used now; null when there is none, or it is over.</summary>
    public Session? Use(string? token)
    {
        if (SessionToken.Key(token) is not { } key)
            return null;
        lock (_gate)
        {
            if (!_sessions.TryGetValue(key, out var session))
                return null;
            if (IsOver(session))
            {
                End(key);
                return null;
            }

            session.Used = time.GetTimestamp();
            return session;
        }
    }

    /// <summary>A request of the session begins, or ends: it is in use between.</summary>
    public void Hold(Session session, int requests)
    {
        lock (_gate)
            (session.Open, session.Used) = (session.Open + requests, time.GetTimestamp());
    }

    /// <summary>Until it is over at the latest.</summary>
    public TimeSpan Left(Session session) => Longest - time.GetElapsedTime(session.Began);

    public void End(string? token)
    {
        lock (_gate)
        {
            if (SessionToken.Key(token) is { } key)
                End(key);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed.Cancel();
        _disposed.Dispose();
    }

    private bool IsOver(Session session) =>
        time.GetElapsedTime(session.Began) >= Longest || (session.Open == 0 && time.GetElapsedTime(session.Used) >= Idle) || accounts.Find(session.Account.Name) != session.Account;

    private void End(Hash32 key)
    {
        if (_sessions.Remove(key, out var session))
            session.End();
    }

    private void EndOldestOf(string name)
    {
        var own = _sessions.Where(s => s.Value.Account.Name == name).OrderBy(s => s.Value.Began).ToList();
        foreach (var (key, _) in own.SkipLast(MostOfAccount - 1))
            End(key);
    }

    private async Task LookAsync()
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        var disposed = _disposed.Token;
        try
        {
            while (await timer.WaitForNextTickAsync(disposed))
            {
                lock (_gate)
                {
                    foreach (var (key, _) in _sessions.Where(s => IsOver(s.Value)).ToList())
                        End(key);
                    if (_sessions.Count == 0)
                    {
                        _looks = false;
                        return;
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The site page ends.
        }
    }
}
