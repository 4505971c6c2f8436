using Edge.Site.Ports;
using Edge.Site.Serving;

namespace Edge.Site.Tap;

/// <summary>
/// Evidence of each channel's newest proved reading. However many phones ask, a channel costs one look into the log per new anchor, and one in
/// <see cref="LookEvery"/> at most; what was found serves all of them, and goes on serving while a later look fails. From any thread.
/// </summary>
internal sealed class TapProofs(ISiteEvidence evidence, LogDesk desk, TimeProvider time)
{
    /// <summary>Between two looks for one channel.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Slot> _slots = [];

    /// <exception cref="RefusedException">There is no evidence of it yet, or it cannot be had now.</exception>
    public Task<CutEvidence> NewestAsync(string channel, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_slots.TryGetValue(channel, out var slot))
                _slots[channel] = slot = new Slot();
            if (IsDue(slot))
                (slot.Anchored, slot.Began, slot.Look) = (evidence.Anchored, time.GetTimestamp(), LookAsync(channel, slot.Newest));
            return slot.Look!.WaitAsync(cancellationToken);
        }
    }

    /// <summary>What failed is looked for again; what was found only once there may be something newer.</summary>
    private bool IsDue(Slot slot) => slot.Look is not { } look
        || (look.IsCompleted && time.GetElapsedTime(slot.Began) >= LookEvery && (slot.Newest is null || slot.Anchored != evidence.Anchored));

    /// <summary>It is everybody's: nobody who goes ends it.</summary>
    private async Task<CutEvidence> LookAsync(string channel, CutEvidence? before)
    {
        await Task.Yield();
        try
        {
            var found = await desk.AskAsync(cancel => evidence.At(channel, at: null, proved: true, slim: false, cancel), CancellationToken.None);
            lock (_gate)
                _slots[channel].Newest = found;
            return found;
        }
        catch (RefusedException) when (before is not null)
        {
            lock (_gate)
                _slots[channel].Anchored = null;
            return before;
        }
    }

    private sealed class Slot
    {
        /// <summary>The newest look; null: there was none.</summary>
        public Task<CutEvidence>? Look { get; set; }

        public CutEvidence? Newest { get; set; }

        /// <summary>How far the city was when it was looked for; null: that look failed.</summary>
        public ulong? Anchored { get; set; }

        /// <summary>Timestamp of the newest look.</summary>
        public long Began { get; set; }
    }
}
