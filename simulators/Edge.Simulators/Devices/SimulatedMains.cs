using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>What a meter of the mains sees.</summary>
/// <param name="Volts">rms.</param>
/// <param name="AmperesA">rms in the conductor of input A; negative when energy flows back.</param>
/// <param name="AmperesB">The same of input B.</param>
public sealed record SimulatedMains(ISignal Volts, ISignal AmperesA, ISignal AmperesB)
{
    /// <summary>Active power by current A, W; nothing there is volts times amperes.</summary>
    public ISignal WattsA { get; init; } = new AdjustableSignal();

    /// <summary>The same by current B.</summary>
    public ISignal WattsB { get; init; } = new AdjustableSignal();

    /// <summary>Frequency, Hz.</summary>
    public ISignal Hertz { get; init; } = new AdjustableSignal(50);
}
