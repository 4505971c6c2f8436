namespace Edge.Site.Ports;

/// <summary>The newest reading of every channel.</summary>
public interface ILiveReadings
{
    /// <summary>Channels in the configuration's order.</summary>
    IReadOnlyList<LiveChannel> Channels { get; }

    /// <summary>Fills in the newest reading of each channel, default where there is none yet. From any thread; does not allocate.</summary>
    /// <param name="newest">As long as <see cref="Channels"/>.</param>
    void Newest(Span<LiveReading> newest);
}
