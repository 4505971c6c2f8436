using Microsoft.Extensions.Logging;

namespace Edge.Sparkplug.Sessions;

/// <summary>
/// Messages that were not understood: of each topic the first is told at once, those that follow as a count, once a minute at most. Whoever writes there may
/// write as fast as the network carries it.
/// </summary>
internal sealed class Complaints(TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Kind> _kinds = [];

    /// <summary>Another one.</summary>
    public void Add(string topic, string why)
    {
        lock (_lock)
        {
            if (_kinds.TryGetValue(topic, out var kind))
            {
                kind.Count++;
                kind.Newest = why;
                return;
            }

            _kinds[topic] = new Kind(clock.GetTimestamp());
        }

        SparkplugMessages.NotUnderstood(logger, topic, why);
    }

    /// <summary>Tells the counts that are due.</summary>
    public void Tell()
    {
        lock (_lock)
        {
            foreach (var (topic, kind) in _kinds)
            {
                if (kind.Count == 0 || clock.GetElapsedTime(kind.ToldAt) < Interval)
                    continue;
                SparkplugMessages.MoreNotUnderstood(logger, kind.Count, topic, kind.Newest);
                (kind.Count, kind.ToldAt) = (0, clock.GetTimestamp());
            }
        }
    }

    private sealed class Kind(long toldAt)
    {
        public long ToldAt { get; set; } = toldAt;

        public long Count { get; set; }

        public string Newest { get; set; } = "";
    }
}
