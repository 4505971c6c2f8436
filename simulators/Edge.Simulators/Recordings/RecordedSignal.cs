using Edge.Simulators.Signals;

namespace Edge.Simulators.Recordings;

/// <summary>A column as a signal: each row's value until the next row; a blank is nothing there.</summary>
/// <param name="player">Which row is active.</param>
/// <param name="column">Index into the recording's columns.</param>
public sealed class RecordedSignal(RecordingPlayer player, int column) : ISignal
{
    /// <inheritdoc/>
    public bool TryRead(long nanoseconds, out double value) => player.Recording.TryRead(player.RowAt(nanoseconds), column, out value);

    /// <inheritdoc/>
    public long HoldsUntil(long nanoseconds) => player.HoldsUntil(nanoseconds);
}
