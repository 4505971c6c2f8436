namespace Edge.Site.Access;

/// <summary>Somebody who is logged in.</summary>
/// <param name="account">As it was at login: once it is another, the session is over.</param>
/// <param name="began">Timestamp of the time provider.</param>
internal sealed class Session(Account account, long began, CancellationTokenSource ended)
{
    public Account Account { get; } = account;

    public long Began { get; } = began;

    /// <summary>When it was last used.</summary>
    public long Used { get; set; } = began;

    /// <summary>Requests that go on, such as live events.</summary>
    public int Open { get; set; }

    /// <summary>Cancelled when it is over.</summary>
    public CancellationToken Ended { get; } = ended.Token;

    public void End() => _ = ended.CancelAsync();
}
