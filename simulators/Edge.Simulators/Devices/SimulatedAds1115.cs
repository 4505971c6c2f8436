using Edge.Sensors.Ads1115;
using Edge.Sensors.Sampling;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>
/// ADS1115 at register level (datasheet SBAS444): pointer, config with its OS bit, a conversion that takes its data rate's
/// time and is of the input at its end. Inputs are volts at AIN0 to AIN3; an unwired one floats near 0.3 V.
/// </summary>
public sealed class SimulatedAds1115 : SimulatedRegisterDevice
{
    private const double Floating = 0.3;

    private readonly ISignal?[] _inputs = new ISignal?[4];
    private readonly ushort[] _registers = new ushort[4];
    private long _ready;
    private bool _converting;

    /// <param name="address">0x48 to 0x4B.</param>
    /// <param name="time">Whose time conversions take.</param>
    public SimulatedAds1115(int address, TimeProvider time)
        : base(address, time) => PowerOn();

    /// <summary>Wires a signal, volts, to a terminal.</summary>
    /// <param name="terminal">0 to 3.</param>
    /// <param name="volts">Against ground.</param>
    public void Connect(int terminal, ISignal volts) => _inputs[terminal] = volts;

    /// <inheritdoc/>
    protected override void PowerOn()
    {
        base.PowerOn();
        _registers[(int)Ads1115Register.Conversion] = 0;
        _registers[(int)Ads1115Register.Config] = Ads1115Config.PowerOn & ~Ads1115Config.Start & 0xFFFF;
        _registers[(int)Ads1115Register.LowThreshold] = 0x8000;
        _registers[(int)Ads1115Register.HighThreshold] = 0x7FFF;
        _converting = false;
    }

    private bool Continuous => (_registers[(int)Ads1115Register.Config] & Ads1115Config.SingleShot) == 0;

    private long ConversionTime => 1_000_000_000 / Ads1115Config.DataRate(_registers[(int)Ads1115Register.Config]);

    /// <inheritdoc/>
    protected override void Store(byte register, ushort value)
    {
        register &= 3;
        if (register == (byte)Ads1115Register.Conversion)
            return;
        if (register != (byte)Ads1115Register.Config)
        {
            _registers[register] = value;
            return;
        }
        _registers[register] = (ushort)(value & ~Ads1115Config.Start);
        if ((value & Ads1115Config.Start) != 0 || Continuous)
        {
            _converting = true;
            _ready = Time.Nanoseconds() + ConversionTime;
        }
    }

    /// <inheritdoc/>
    protected override ulong Load(byte register)
    {
        register &= 3;
        var idle = !_converting && Fault != DeviceFault.NeverReady;
        return register == (byte)Ads1115Register.Config && idle
            ? (ushort)(_registers[register] | Ads1115Config.Start)
            : _registers[register];
    }

    /// <inheritdoc/>
    protected override void CatchUp(long now)
    {
        if (!_converting || now < _ready || Fault == DeviceFault.NeverReady)
            return;
        if (Fault != DeviceFault.Frozen)
            _registers[(int)Ads1115Register.Conversion] = (ushort)Code(Continuous ? now : _ready);
        _converting = Continuous;
        _ready = Continuous ? now + ConversionTime : _ready;
    }

    private short Code(long at)
    {
        var config = _registers[(int)Ads1115Register.Config];
        if (Fault == DeviceFault.Saturated)
            return short.MaxValue;
        var (positive, negative) = (config >> 12 & 7) switch
        {
            0 => (0, 1),
            1 => (0, 3),
            2 => (1, 3),
            3 => (2, 3),
            var single => (single - 4, -1),
        };
        var volts = Volts(positive, at) - (negative < 0 ? 0 : Volts(negative, at));
        return (short)Math.Clamp(Math.Round(volts / Ads1115Config.FullScale(config) * 32768), short.MinValue, short.MaxValue);
    }

    private double Volts(int terminal, long at) =>
        _inputs[terminal] is { } signal && signal.TryRead(at, out var volts) ? volts : Floating;
}
