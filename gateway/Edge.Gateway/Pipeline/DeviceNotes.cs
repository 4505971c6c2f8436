using System.Diagnostics.CodeAnalysis;

namespace Edge.Gateway.Pipeline;

/// <summary>The bounded way of <see cref="DeviceNote"/> from the samplers to the one writer. What does not fit, because the store stands still, is counted and told when there is room again.</summary>
public sealed class DeviceNotes(int capacity = DeviceNotes.DefaultCapacity)
{
    public const int DefaultCapacity = 1024;

    private readonly Lock _gate = new();
    private readonly Queue<DeviceNote> _notes = new();
    private DeviceNote? _refused;
    private int _refusals, _count;

    /// <summary>Whether nothing waits. A note that was added before a sample is seen by whoever takes that sample.</summary>
    public bool IsEmpty => Volatile.Read(ref _count) == 0;

    public void Add(DeviceNote note)
    {
        lock (_gate)
        {
            if (_notes.Count < capacity)
                _notes.Enqueue(note);
            else
                (_refused, _refusals) = (note, _refusals + 1);
            Volatile.Write(ref _count, _notes.Count);
        }
    }

    /// <summary>For the one writer.</summary>
    public bool TryTake([NotNullWhen(true)] out DeviceNote? note)
    {
        lock (_gate)
        {
            if (!_notes.TryDequeue(out note))
                note = TakeRefused();
            Volatile.Write(ref _count, _notes.Count);
            return note is not null;
        }
    }

    private DeviceNote? TakeRefused()
    {
        var last = _refused;
        var text = _refusals > 1 ? $"{_refusals} events were not noted one by one, the last of them: {last?.Text}" : last?.Text;
        (_refused, _refusals) = (null, 0);
        return last is null ? null : last with { Text = text! };
    }
}
