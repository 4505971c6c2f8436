using System.Runtime.CompilerServices;
using Edge.Ledger.Entries;

namespace Edge.Sensors.Sampling;

/// <summary>Asks a chip whether its conversion is over. Any reason but None ends the wait with that reason.</summary>
internal delegate Reason ReadyQuestion(out bool ready);

/// <summary>
/// The wait for one conversion: its nominal time, then a question every eighth of it until the chip says it is ready.
/// NotReady after twice that time and 20 ms. Allocates nothing once it runs.
/// </summary>
/// <param name="time">Whose time passes.</param>
/// <param name="nominal">What the datasheet gives for one conversion.</param>
/// <param name="ask">The question.</param>
internal sealed class ConversionWait(TimeProvider time, TimeSpan nominal, ReadyQuestion ask) : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(20);

    private readonly Pause _pause = new(time);

    /// <summary>None once the chip is ready.</summary>
    [AsyncMethodBuilder(typeof(KeepingMethodBuilder<>))]
    public async ValueTask<Reason> WaitAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        await _pause.WaitAsync(nominal, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var reason = ask(out var ready);
            if (ready || reason != Reason.None)
                return reason;
            if (time.GetElapsedTime(started) > 2 * nominal + Grace)
                return Reason.NotReady;
            await _pause.WaitAsync(nominal / 8, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _pause.Dispose();
}
