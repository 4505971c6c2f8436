using System.Globalization;
using Edge.Gateway.Configuration;
using Edge.Gateway.Health;
using Edge.Gateway.Hosting;
using Edge.Gateway.Pipeline;
using Edge.Ledger.Entries;
using Edge.Site.Ports;
using Edge.Store;

namespace Edge.Gateway.Site;

/// <summary>Enters what people do over the site page, each a maintenance entry under their name, and then does it.</summary>
public sealed class GatewaySiteActions(GatewayConfiguration configuration, GatewayStatus status, WriterRequests requests, TimeProvider time) : ISiteActions, IDisposable
{
    /// <summary>How long a store may stand still.</summary>
    private static readonly TimeSpan StorePatience = TimeSpan.FromSeconds(10);

    /// <summary>Two who see the same damage are one after the other.</summary>
    private readonly SemaphoreSlim _seeing = new(1);

    public async Task<ulong?> AcknowledgeAsync(string channel, string note, string who, CancellationToken cancellationToken)
    {
        var place = configuration.Channels.ToList().FindIndex(c => c.Name == channel);
        if (place < 0 || status.Alarms()[place] is not { } alarm)
            return null;
        return await EnterAsync(channel, With(Acknowledgement.Beginning + alarm.Text, note), who, cancellationToken);
    }

    public async Task<ulong?> SeeDamageAsync(string note, string who, CancellationToken cancellationToken)
    {
        await _seeing.WaitAsync(cancellationToken);
        try
        {
            var damage = new DamageNote(configuration.Store.Folder, time);
            var found = damage.Read();
            if (found.Count == 0)
                return null;
            var entries = found.Aggregate(0UL, (sum, d) => sum + d.Count);
            var index = await EnterAsync("damage", With(string.Create(CultureInfo.InvariantCulture, $"damage seen to: {found.Count} found, {entries} entries lost"), note), who, cancellationToken);
            damage.See(found);
            return index;
        }
        finally
        {
            _seeing.Release();
        }
    }

    public Task<ulong> NotePasswordAsync(string name, string who, CancellationToken cancellationToken) => EnterAsync("site page", $"password of {name} changed", who, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _seeing.Dispose();

    private static string With(string what, string note) => note.Length > 0 ? $"{what}; {note}" : what;

    private async Task<ulong> EnterAsync(string subject, string text, string who, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(StorePatience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await requests.EnterAsync(now => new EventEntry(EntryKind.Maintenance, now.Monotonic, now.Wall, subject, text, who), either.Token);
        }
        catch (Exception e) when (e is StoreException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new TimeoutException("the store takes no entries", e);
        }
    }
}
