using System.Text.Json;
using System.Text.Json.Serialization;
using Edge.Ledger.Entries;
using Edge.Store;
using Edge.Store.Tree;

namespace Edge.Gateway.Pipeline;

/// <summary>
/// What is open at each channel, so that a start ends or continues in the log what the run before left open: state key <c>open-alarms</c>, a JSON object, written before the entries
/// that change it. It says from which size of the log on it holds, and what was open before: one whose entries did not become durable claims nothing.
/// </summary>
internal sealed class AlarmNote(MerkleLog log)
{
    private const string Key = "open-alarms";

    /// <summary>Characters; longer than any that is written.</summary>
    private const int LongestText = 1000;

    private Dictionary<string, Open> _before = [], _now = [];
    private bool _isChanged;

    internal sealed record Note(ulong Size, Dictionary<string, Open> Open, Dictionary<string, Open> Before);

    internal sealed record Open(string Kind, string Text, double? Seconds, uint UncertaintyMilliseconds, double? Limit, bool IsAbove, Seen? Seen = null);

    internal sealed record Seen(string Who, double? Seconds, uint UncertaintyMilliseconds);

    /// <summary>What the run before left open, by channel; nothing in a new log.</summary>
    public IReadOnlyDictionary<string, OpenAlarm> Read()
    {
        try
        {
            if (log.View.Store.ReadState(Key) is { } bytes && JsonSerializer.Deserialize(bytes, AlarmNoteForms.Default.Note) is { } note && IsSound(note))
            {
                // What never became durable must not be believed once the log has outgrown it.
                _isChanged = log.Size < note.Size;
                _before = _now = _isChanged ? note.Before : note.Open;
            }
        }
        catch (JsonException)
        {
            // It is made anew with the next alarm.
        }

        return _before.ToDictionary(k => k.Key, k => Of(k.Value));
    }

    /// <summary>It is to be written again.</summary>
    public void Change() => _isChanged = true;

    /// <summary>Entries are about to become durable. What the store does not take is tried again before the next ones.</summary>
    /// <param name="open">All that is open with them, by channel.</param>
    /// <param name="size">What the log has with them.</param>
    public void Committing(IEnumerable<(string Channel, OpenAlarm Alarm)> open, ulong size)
    {
        if (!_isChanged)
            return;
        _now = open.ToDictionary(o => o.Channel, o => Of(o.Alarm));
        try
        {
            log.PutState(Key, JsonSerializer.SerializeToUtf8Bytes(new Note(size, _now, _before), AlarmNoteForms.Default.Note));
            _isChanged = false;
        }
        catch (StoreException)
        {
            // Those who must write tell why it cannot be written.
        }
    }

    /// <summary>They are durable.</summary>
    public void Committed() => _before = _now;

    private static bool IsSound(Note note) => note is { Open: not null, Before: not null }
        && note.Open.Concat(note.Before).All(o => o.Value is { Kind: not null, Text.Length: <= LongestText } && o.Key.Length <= LongestText);

    private static Open Of(OpenAlarm alarm) => new(
        alarm.Kind.ToString(), alarm.Text, alarm.Wall?.Seconds, alarm.Wall?.UncertaintyMilliseconds ?? 0, alarm.Limit, alarm.IsAbove,
        alarm.Acknowledged is { } seen ? new Seen(seen.Who, seen.Wall?.Seconds, seen.Wall?.UncertaintyMilliseconds ?? 0) : null);

    private static OpenAlarm Of(Open open) =>
        new(open.Kind == nameof(EntryKind.Tamper) ? EntryKind.Tamper : EntryKind.Alarm, open.Text, null, Time(open.Seconds, open.UncertaintyMilliseconds))
        {
            Limit = open.Limit,
            IsAbove = open.IsAbove,
            Acknowledged = open.Seen is { Who: not null } seen ? new Acknowledgement(seen.Who, Time(seen.Seconds, seen.UncertaintyMilliseconds)) : null,
        };

    private static WallTime? Time(double? seconds, uint uncertainty) => seconds is { } known ? new WallTime(known, uncertainty) : null;
}

/// <summary>Made by the compiler: a native build has no reflection to find members by.</summary>
[JsonSerializable(typeof(AlarmNote.Note))]
internal sealed partial class AlarmNoteForms : JsonSerializerContext;
