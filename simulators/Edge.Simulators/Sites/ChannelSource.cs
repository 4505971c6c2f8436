namespace Edge.Simulators.Sites;

/// <summary>Where a simulated channel's physical value comes from; null where it follows from the device's others.</summary>
public abstract record ChannelSource;

/// <summary>A column of the recording.</summary>
/// <param name="Name">As in the header line.</param>
/// <param name="Place">File, line and column of the mapping, for messages.</param>
public sealed record ColumnSource(string Name, string Place) : ChannelSource;

/// <summary>The bench's own signal.</summary>
/// <param name="Mean">Around which it swings.</param>
/// <param name="Swing">Amplitude.</param>
/// <param name="Period">Of the swing.</param>
/// <param name="Noise">Largest deviation by noise.</param>
public sealed record WaveSource(double Mean, double Swing, TimeSpan Period, double Noise) : ChannelSource;
