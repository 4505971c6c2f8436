namespace Edge.Site.Ports;

/// <summary>What people do to the gateway over the site page. Each becomes an entry of the log that says who, before it is done.</summary>
/// <remarks>Every method may throw <see cref="TimeoutException"/>: the store does not take entries now, and nothing was done.</remarks>
public interface ISiteActions
{
    /// <summary>Somebody has seen to the alarm of a channel.</summary>
    /// <param name="channel">Its name.</param>
    /// <param name="note">What they say of it; one line, may be empty.</param>
    /// <param name="who">For the log.</param>
    /// <returns>The entry's index; null when that channel has no alarm, or is none.</returns>
    Task<ulong?> AcknowledgeAsync(string channel, string note, string who, CancellationToken cancellationToken);

    /// <summary>Somebody has seen to what was found damaged.</summary>
    /// <inheritdoc cref="AcknowledgeAsync" path="/param"/>
    /// <returns>The entry's index; null when nothing waits to be seen to.</returns>
    Task<ulong?> SeeDamageAsync(string note, string who, CancellationToken cancellationToken);

    /// <summary>The password of an account is changed by its owner.</summary>
    /// <returns>The entry's index.</returns>
    Task<ulong> NotePasswordAsync(string name, string who, CancellationToken cancellationToken);
}
