using Edge.Sensors.Ina2xx;
using Edge.Sensors.Sampling;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>
/// A power monitor: its two inputs, and conversions that take their time. The inputs are the primary side's volts and amperes;
/// they carry no noise, so an average is the value at the end of its time. One of the two missing: its input floats to the end
/// of the range; both missing: no supply, no acknowledge.
/// </summary>
/// <param name="wiring">Address, shunt and ratios.</param>
/// <param name="volts">Primary voltage.</param>
/// <param name="amperes">Primary current.</param>
/// <param name="time">Whose time conversions take.</param>
public abstract class SimulatedIna2xx(Ina2xxOptions wiring, ISignal volts, ISignal amperes, TimeProvider time)
    : SimulatedRegisterDevice(wiring.Address, time)
{
    private TimeSpan _duration;
    private long _ready;
    private bool _converting, _continuous;

    /// <summary>Its flag that a conversion ended; the chip says what clears it.</summary>
    protected bool ConversionReady { get; set; }

    /// <inheritdoc/>
    protected override bool IsSupplied(long now) => volts.TryRead(now, out _) || amperes.TryRead(now, out _);

    /// <summary>Begins to convert, again and again where continuous; what was being converted is dropped.</summary>
    protected void Convert(TimeSpan duration, bool continuous)
    {
        (_duration, _continuous, _converting, ConversionReady) = (duration, continuous, duration > TimeSpan.Zero, false);
        _ready = Time.Nanoseconds() + duration.Nanoseconds();
    }

    /// <inheritdoc/>
    protected override void CatchUp(long now)
    {
        if (!_converting || now < _ready || Fault == DeviceFault.NeverReady)
            return;
        if (Fault != DeviceFault.Frozen)
            Measure(_continuous ? now : _ready);
        ConversionReady = true;
        _converting = _continuous;
        _ready = now + _duration.Nanoseconds();
    }

    /// <summary>Puts into the registers what the inputs are at a time.</summary>
    protected abstract void Measure(long at);

    /// <summary>The bus input as a code.</summary>
    protected int BusCode(long at, double voltsPerCode, int largest) =>
        Code(volts.TryRead(at, out var v) ? v / wiring.BusRatio : double.MaxValue, voltsPerCode, 0, largest);

    /// <summary>The shunt input as a code.</summary>
    protected int ShuntCode(long at, double voltsPerCode, int smallest, int largest) =>
        Code(amperes.TryRead(at, out var a) ? a / wiring.CurrentRatio * wiring.Shunt : double.MaxValue, voltsPerCode, smallest, largest);

    private int Code(double pin, double voltsPerCode, int smallest, int largest) =>
        Fault == DeviceFault.Saturated ? largest : (int)Math.Clamp(Math.Round(pin / voltsPerCode), smallest, largest);
}
