using System.Text.Json;
using System.Text.Json.Serialization;
using Edge.Ledger.Entries;
using Edge.Store;
using Edge.Store.Tree;

namespace Edge.Gateway.Pipeline;

/// <summary>
/// What is open at each channel: state key <c>open-alarms</c>, a JSON object by channel, written behind the entry that changed it, so that a start ends or continues in the log
/// what the run before left open. A crash between the two leaves the note one alarm behind.
/// </summary>
internal sealed class AlarmNote(MerkleLog log)
{
    private const string Key = "open-alarms";

    private bool _isChanged;

    internal sealed record Open(string Kind, string Text, double? Seconds, uint UncertaintyMilliseconds, double? Limit, bool IsAbove);

    /// <summary>What the run before left open, by channel; nothing in a new log.</summary>
    public IReadOnlyDictionary<string, OpenAlarm> Read()
    {
        try
        {
            var known = log.View.Store.ReadState(Key) is { } bytes ? JsonSerializer.Deserialize(bytes, AlarmNoteForms.Default.DictionaryStringOpen) : null;
            return known?.ToDictionary(k => k.Key, k => Of(k.Value)) ?? [];
        }
        catch (JsonException)
        {
            return new Dictionary<string, OpenAlarm>();
        }
    }

    /// <summary>It is to be written again.</summary>
    public void Change() => _isChanged = true;

    /// <summary>The entries are durable. What the store does not take now is tried again behind the next ones.</summary>
    /// <param name="open">All that is open, by channel.</param>
    public void Committed(IEnumerable<(string Channel, OpenAlarm Alarm)> open)
    {
        if (!_isChanged)
            return;
        try
        {
            log.PutState(Key, JsonSerializer.SerializeToUtf8Bytes(open.ToDictionary(o => o.Channel, o => Of(o.Alarm)), AlarmNoteForms.Default.DictionaryStringOpen));
            _isChanged = false;
        }
        catch (StoreException)
        {
            // Those who must write tell why it cannot be written.
        }
    }

    private static Open Of(OpenAlarm alarm) =>
        new(alarm.Kind.ToString(), alarm.Text, alarm.Wall?.Seconds, alarm.Wall?.UncertaintyMilliseconds ?? 0, alarm.Limit, alarm.IsAbove);

    private static OpenAlarm Of(Open open) =>
        new(open.Kind == nameof(EntryKind.Tamper) ? EntryKind.Tamper : EntryKind.Alarm, open.Text, null, open.Seconds is { } seconds ? new WallTime(seconds, open.UncertaintyMilliseconds) : null)
        {
            Limit = open.Limit,
            IsAbove = open.IsAbove,
        };
}

/// <summary>Made by the compiler: a native build has no reflection to find members by.</summary>
[JsonSerializable(typeof(Dictionary<string, AlarmNote.Open>))]
internal sealed partial class AlarmNoteForms : JsonSerializerContext;
