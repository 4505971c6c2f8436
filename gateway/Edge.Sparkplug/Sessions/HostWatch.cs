using System.Text.Json;

namespace Edge.Sparkplug.Sessions;

/// <summary>Whether the primary host is online, by its own word (Sparkplug 3.0.0, section 5.4): the newest it gave, by the time that it gave with it.</summary>
/// <param name="host">Its id; null: none is waited for.</param>
/// <param name="clock">The node's own.</param>
internal sealed class HostWatch(string? host, INodeClock clock)
{
    /// <summary>A time farther ahead is no host's: believed, it would outlast all that the host says afterwards.</summary>
    public static readonly TimeSpan FarthestAhead = TimeSpan.FromHours(1);

    private volatile bool _isOnline;
    private ulong _newest;

    public string? Host => host;

    /// <summary>Where it says it; null where none is waited for.</summary>
    public string? Topic { get; } = host is null ? null : Topics.State(host);

    /// <summary>Whether the node may speak.</summary>
    public bool IsOnline => host is null || _isOnline;

    /// <summary>On a new link it has to be heard again; a time that was once wrong, heard while nobody vouched for the node's own clock, is forgotten with the old one.</summary>
    public void Begin() => (_isOnline, _newest) = (false, 0);

    /// <summary>It said something.</summary>
    /// <exception cref="JsonException">That is no state.</exception>
    /// <exception cref="InvalidDataException">Its time is not to be believed.</exception>
    public void Hear(ReadOnlyMemory<byte> state)
    {
        using var said = JsonDocument.Parse(state, new JsonDocumentOptions { MaxDepth = 4 });
        if (said.RootElement.ValueKind != JsonValueKind.Object
            || !said.RootElement.TryGetProperty("online", out var online) || online.ValueKind is not (JsonValueKind.True or JsonValueKind.False)
            || !said.RootElement.TryGetProperty("timestamp", out var time) || time.ValueKind != JsonValueKind.Number || !time.TryGetUInt64(out var timestamp))
            throw new JsonException("it is not {\"online\": true or false, \"timestamp\": ms}, as hosts of Sparkplug 3.0 say it");
        if (clock.Vouched is { } now && timestamp > (ulong)(now + FarthestAhead).ToUnixTimeMilliseconds())
            throw new InvalidDataException("its time is more than an hour ahead of this gateway's clock");
        if (timestamp < _newest)
            return;
        _newest = timestamp;
        _isOnline = online.GetBoolean();
    }
}
