using System.Text.Json;
using Edge.Gateway.Configuration;
using Edge.Gateway.Hosting;
using Edge.Gateway.Opening;
using Edge.Ledger.Entries;
using Edge.Ledger.Text;
using Edge.Store.Tree;

namespace Edge.Gateway.Pipeline;

/// <summary>What is open at each channel: alarms of limits, and contacts that are wet or open. For the one writer.</summary>
internal sealed class AlarmBook(IReadOnlyList<ChannelSettings> channels, MerkleLog log, GatewayStatus status)
{
    private readonly AlarmWatch _watch = new(channels);
    private readonly AlarmNote _note = new(log);
    private readonly OpenAlarm?[] _open = new OpenAlarm?[channels.Count];
    private readonly bool[] _isFormer = new bool[channels.Count];

    /// <summary>Takes up what the run before left open: it lasts until the channel says something else.</summary>
    /// <param name="now">The start.</param>
    /// <returns>Ends of what nobody watches any more.</returns>
    public IEnumerable<EventEntry> Resume(BootEntry now)
    {
        foreach (var (name, alarm) in _note.Read())
        {
            var channel = channels.Index().Where(c => c.Item.Name == name).Select(c => (int?)c.Index).FirstOrDefault();
            if (channel is { } place && (alarm.Limit is null ? IsContact(channels[place]) : HasLimit(channels[place], alarm.IsAbove)))
                Resume(place, alarm);
            else
            {
                _note.Change();
                yield return new EventEntry(alarm.Kind, now.Monotonic, now.Wall, name, alarm.Text + AlarmText.NoLongerWatched, OpeningEntries.Software);
            }
        }
    }

    /// <summary>What a reading changes of its channel's limits; null: nothing.</summary>
    public AlarmWatch.Crossing? Look(int channel, double? value) => _watch.Look(channel, value);

    /// <summary>What is told at a channel from now on.</summary>
    /// <param name="opened">What lasts from then on; null: nothing does any more.</param>
    /// <param name="kind">Alarm or Tamper.</param>
    /// <param name="monotonic">ns since the boot.</param>
    /// <returns>The entry that tells it.</returns>
    public EventEntry Tell(int channel, EntryKind kind, ulong monotonic, WallTime? wall, string text, OpenAlarm? opened)
    {
        if (opened is null)
            status.Ended(channel, new EndedAlarm(_open[channel]?.Text ?? text, _open[channel]?.Monotonic, monotonic, wall));
        else if (_isFormer[channel] && _open[channel] is { } former && Continues(former, opened))
            opened = opened with { Acknowledged = former.Acknowledged };
        (_open[channel], _isFormer[channel]) = (opened, false);
        _note.Change();
        status.Alarm(channel, opened);
        return new EventEntry(kind, monotonic, wall, channels[channel].Name, text, OpeningEntries.Software);
    }

    public bool IsOpen(int channel) => _open[channel] is not null;

    /// <summary>Somebody's deed that is entered now: where it acknowledges what is open, that is known from now on.</summary>
    public void Entered(Entry entry)
    {
        if (entry is not EventEntry { Event: EntryKind.Maintenance } deed || channels.Index().FirstOrDefault(c => c.Item.Name == deed.Subject) is not ({ } channel, not null))
            return;
        if (_open[channel] is not { } open || !deed.Text.StartsWith(Acknowledgement.Beginning + open.Text, StringComparison.Ordinal))
            return;
        _open[channel] = open with { Acknowledged = new Acknowledgement(deed.Who, deed.Wall) };
        _note.Change();
        status.Alarm(channel, _open[channel]);
    }

    /// <summary>Of what a driver found at its beginning: what to tell, or null. That nothing is open only ends what the run before left open.</summary>
    public string? Found(int channel, string text, bool isOpen) => isOpen ? text : _isFormer[channel] ? text + AlarmText.EndedUnwatched : null;

    /// <summary>What was told is about to become durable, in a log of this size.</summary>
    public void Committing(ulong size) => _note.Committing(_open.Index().Where(o => o.Item is not null).Select(o => (channels[o.Index].Name, o.Item!)), size);

    /// <summary>It is durable.</summary>
    public void Committed() => _note.Committed();

    private void Resume(int channel, OpenAlarm alarm)
    {
        (_open[channel], _isFormer[channel]) = (alarm, true);
        status.Alarm(channel, alarm);
        if (alarm.Limit is not null)
            _watch.Resume(channel, alarm);
    }

    private static bool Continues(OpenAlarm former, OpenAlarm alarm) =>
        former.Kind == alarm.Kind && former.IsAbove == alarm.IsAbove && former.Limit.HasValue == alarm.Limit.HasValue;

    private static bool HasLimit(ChannelSettings channel, bool isAbove) => (isAbove ? channel.AlarmHigh : channel.AlarmLow) is not null;

    private static bool IsContact(ChannelSettings channel)
    {
        using var definition = JsonDocument.Parse(channel.Definition);
        return definition.RootElement.TryGetProperty("driver", out var driver) && driver.ValueEquals("contact");
    }
}
