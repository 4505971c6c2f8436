using Edge.Ledger.Mqtt.Links;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>
/// Packet identifiers that wait for their answers, of one kind: PUBACK or SUBACK. The library tells the identifier only when the call returns, and the
/// broker's answer may be quicker than that: an early answer is kept for the caller who is about to ask.
/// </summary>
internal sealed class PendingReplies
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, TaskCompletionSource<int>> _waiting = [];
    private readonly Dictionary<int, int> _early = [];
    private MqttLinkException? _closed;

    /// <summary>The answer to a packet: its reason code.</summary>
    internal Task<int> For(int id)
    {
        lock (_lock)
        {
            if (_early.Remove(id, out var reason)) return Task.FromResult(reason);
            if (_closed is not null) return Task.FromException<int>(_closed);
            var waiting = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting[id] = waiting;
            return waiting.Task;
        }
    }

    /// <summary>An answer came.</summary>
    internal void Answer(int id, int reason)
    {
        lock (_lock)
        {
            if (_waiting.Remove(id, out var waiting)) waiting.TrySetResult(reason);
            else _early[id] = reason;
        }
    }

    /// <summary>No answer will come any more.</summary>
    internal void Close(string reason)
    {
        lock (_lock)
        {
            _closed = new MqttLinkException($"Not acknowledged: {reason}", transient: true);
            foreach (var waiting in _waiting.Values) waiting.TrySetException(_closed);
            _waiting.Clear();
        }
    }
}
