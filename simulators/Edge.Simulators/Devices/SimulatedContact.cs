using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>A contact: active while its signal is above one half. It bounces as often as it is told to, 1 ms apart.</summary>
/// <param name="active">Wet, open, tampered: above 0.5.</param>
/// <param name="activeHigh">The level that it then has.</param>
/// <param name="line">Where it is wired.</param>
/// <param name="time">CLOCK_MONOTONIC.</param>
public sealed class SimulatedContact(ISignal active, bool activeHigh, SimulatedGpioLine line, TimeProvider time) : SimulatedLineDevice(active, line, time)
{
    private const long BounceTime = 1_000_000;

    private bool? _held;

    /// <summary>Active or not, on command; null: as its signal is.</summary>
    public bool? Held
    {
        get => _held;
        set
        {
            CatchUp();
            _held = value;
        }
    }

    /// <summary>How often it jumps back at each change.</summary>
    public int Bounces { get; set; }

    /// <inheritdoc/>
    protected override void Follow(double value, long from, long end)
    {
        var high = (_held ?? value > 0.5) == activeHigh;
        if (high == Line.Level)
            return;
        for (var i = 0; i < Bounces; i++)
        {
            Line.Turn(from + 2 * i * BounceTime, high);
            Line.Turn(from + (2 * i + 1) * BounceTime, !high);
        }
        Line.Turn(from + 2 * Bounces * BounceTime, high);
    }
}
