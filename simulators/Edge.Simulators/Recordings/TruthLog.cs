using System.Globalization;
using System.Text;
using Edge.Sensors.Sampling;
using Edge.Simulators.Sites;

namespace Edge.Simulators.Recordings;

/// <summary>
/// What the recording said, when: one line per row as it becomes active, <c>ns row channel=value;resolution ...</c>: CLOCK_MONOTONIC ns,
/// row from 1, value empty for a blank. So that evidence can be compared with the recording by someone who was not there.
/// </summary>
/// <param name="player">Which row is active when.</param>
/// <param name="sensors">The channels; those without a column are left out.</param>
public sealed class TruthLog(RecordingPlayer player, IEnumerable<SiteSensor> sensors)
{
    private readonly (string Name, int Column, double Resolution)[] _channels =
    [
        .. sensors.SelectMany(s => s.Sources.Zip(s.Plan.Channels)).Where(c => c.First is ColumnSource)
            .Select(c => (c.Second.Name, player.Recording.Columns.ToList().IndexOf(((ColumnSource)c.First!).Name), c.Second.Resolution)),
    ];

    /// <summary>Writes and flushes each row when its time comes, until the last, or for ever in a loop.</summary>
    /// <param name="writer">Where lines go.</param>
    /// <param name="time">CLOCK_MONOTONIC.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task FollowAsync(TextWriter writer, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writer);
        using var pause = new Pause(time);
        for (var n = 0L; player.StartOf(n) is { } start; n++)
        {
            if (start - time.Nanoseconds() is > 0 and var wait)
            {
                await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
                await pause.WaitAsync(TimeSpan.FromMilliseconds(wait / 1e6), cancellationToken).ConfigureAwait(false);
            }
            await writer.WriteAsync(Line(start, (int)(n % player.Recording.Rows)).AsMemory(), cancellationToken).ConfigureAwait(false);
        }
        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>One line, its end included.</summary>
    /// <param name="start">When the row became active, ns.</param>
    /// <param name="row">From 0.</param>
    public string Line(long start, int row)
    {
        var line = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{start} {row + 1}");
        foreach (var (name, column, resolution) in _channels)
        {
            var value = player.Recording.TryRead(row, column, out var v) ? v.ToString("R", CultureInfo.InvariantCulture) : "";
            line.Append(CultureInfo.InvariantCulture, $" {name}={value};{resolution:G6}");
        }
        return line.Append('\n').ToString();
    }
}
