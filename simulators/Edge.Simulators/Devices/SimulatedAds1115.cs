using System.Buffers.Binary;
using Edge.Sensors.Ads1115;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>
/// ADS1115 at register level (datasheet SBAS444): pointer, config with its OS bit, a conversion that takes its data rate's
/// time and is of the input at its end. Inputs are volts at AIN0 to AIN3; an unwired one floats near 0.3 V.
/// </summary>
public sealed class SimulatedAds1115 : SimulatedI2cDevice
{
    private const double Floating = 0.3;

    private readonly ISignal?[] _inputs = new ISignal?[4];
    private readonly ushort[] _registers = new ushort[4];
    private byte _pointer;
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
        _registers[(int)Ads1115Register.Conversion] = 0;
        _registers[(int)Ads1115Register.Config] = Ads1115Config.PowerOn & ~Ads1115Config.Start & 0xFFFF;
        _registers[(int)Ads1115Register.LowThreshold] = 0x8000;
        _registers[(int)Ads1115Register.HighThreshold] = 0x7FFF;
        _pointer = 0;
        _converting = false;
    }

    /// <inheritdoc/>
    protected override I2cStatus Answer(ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (write.Length > 0)
            _pointer = (byte)(write[0] & 3);
        if (write.Length >= 3)
            Store(BinaryPrimitives.ReadUInt16BigEndian(write[1..]));
        Finish();
        if (read.Length > 0)
        {
            read.Fill(0xFF);
            Span<byte> word = stackalloc byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(word, Load());
            word[..Math.Min(2, read.Length)].CopyTo(read);
        }
        return I2cStatus.Ok;
    }

    private bool Continuous => (_registers[(int)Ads1115Register.Config] & Ads1115Config.SingleShot) == 0;

    private long ConversionTime => 1_000_000_000 / Ads1115Config.DataRate(_registers[(int)Ads1115Register.Config]);

    private void Store(ushort value)
    {
        if (_pointer == (byte)Ads1115Register.Conversion)
            return;
        if (_pointer != (byte)Ads1115Register.Config)
        {
            _registers[_pointer] = value;
            return;
        }
        if (_converting && !Continuous)
            Finish();
        _registers[_pointer] = (ushort)(value & ~Ads1115Config.Start);
        if ((value & Ads1115Config.Start) != 0 || Continuous)
        {
            _converting = true;
            _ready = Time.Nanoseconds() + ConversionTime;
        }
    }

    private ushort Load()
    {
        var idle = !_converting && Fault != DeviceFault.NeverReady;
        return _pointer == (byte)Ads1115Register.Config && idle
            ? (ushort)(_registers[_pointer] | Ads1115Config.Start)
            : _registers[_pointer];
    }

    private void Finish()
    {
        var now = Time.Nanoseconds();
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
