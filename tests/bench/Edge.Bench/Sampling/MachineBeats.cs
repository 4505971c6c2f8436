namespace Edge.Bench.Sampling;

/// <summary>How well a machine wakes a thread that does nothing else.</summary>
/// <param name="Beats">How often it was to wake.</param>
/// <param name="Late">How often it did so later than <see cref="BareBeat.Longest"/>.</param>
internal sealed record MachineBeats(long Beats, long Late);
