using System.Diagnostics.CodeAnalysis;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Sampling;

/// <summary>
/// The bounded way of <see cref="DeviceNote"/> from the samplers to the one writer, in their order among the samples. What does not fit, because the store stands
/// still, waits by channel and kind: of calibrations the newest, of what happened the last with its count.
/// </summary>
public sealed class DeviceNotes(int capacity = DeviceNotes.DefaultCapacity)
{
    public const int DefaultCapacity = 1024;

    private readonly record struct Placed(DeviceNote Note, long Position, int Count);

    private readonly Lock _gate = new();
    private readonly Queue<Placed> _notes = new();
    private readonly Dictionary<(EntryKind, int), Placed> _crowded = [];
    private int _count;

    /// <summary>Adds a note that stands behind so many samples. Later ones stand behind as many or more.</summary>
    public void Add(DeviceNote note, long position)
    {
        lock (_gate)
        {
            // Once some wait by channel, all do: whoever is told last is the newest.
            if (_notes.Count < capacity && _crowded.Count == 0)
                _notes.Enqueue(new Placed(note, position, 1));
            else
                _crowded[(note.Kind, note.Channel)] = new Placed(note, position, _crowded.GetValueOrDefault((note.Kind, note.Channel)).Count + 1);
            Volatile.Write(ref _count, _notes.Count + _crowded.Count);
        }
    }

    /// <summary>For the one writer: the next note that stands behind at most so many samples. A note that was added before a sample is seen by whoever takes that sample.</summary>
    public bool TryTake(long position, [NotNullWhen(true)] out DeviceNote? note)
    {
        note = null;
        if (Volatile.Read(ref _count) == 0)
            return false;
        lock (_gate)
        {
            if (_notes.TryPeek(out var next))
                note = next.Position <= position ? _notes.Dequeue().Note : null;
            else
                note = TakeCrowded(position);
            Volatile.Write(ref _count, _notes.Count + _crowded.Count);
            return note is not null;
        }
    }

    private DeviceNote? TakeCrowded(long position)
    {
        foreach (var (key, (note, at, count)) in _crowded.OrderBy(c => c.Value.Position))
        {
            if (at > position)
                return null;
            _crowded.Remove(key);
            return count == 1 || note.Kind == EntryKind.Calibration ? note
                : note with { Text = $"{count} events of this channel were not noted one by one, the last of them: {note.Text}" };
        }

        return null;
    }
}
