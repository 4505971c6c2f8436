using System.Buffers.Binary;
using Edge.Sensors.Buses;
using Edge.Sensors.Ina226;
using Edge.Sensors.Sampling;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>
/// INA226 at register level (datasheet SBOS547B): identity, averaging and conversion times, conversion-ready cleared by reading,
/// current = shunt * calibration / 2048, power = current * bus / 20000, overflow. The inputs are the primary side's volts and
/// amperes; they carry no noise, so an average is the value at the end of its time. One of the two missing: its input floats to
/// the end of the range; both missing: no supply, no acknowledge.
/// </summary>
public sealed class SimulatedIna226 : SimulatedI2cDevice
{
    private readonly Ina226Options _wiring;
    private readonly ISignal _volts;
    private readonly ISignal _amperes;
    private ushort _configuration, _calibration, _mask, _alert, _bus, _power;
    private short _shunt, _current;
    private byte _pointer;
    private long _ready;
    private bool _converting, _conversionReady, _overflow;

    /// <param name="wiring">Address, shunt and ratios.</param>
    /// <param name="volts">Primary voltage.</param>
    /// <param name="amperes">Primary current.</param>
    /// <param name="time">Whose time conversions take.</param>
    public SimulatedIna226(Ina226Options wiring, ISignal volts, ISignal amperes, TimeProvider time)
        : base(wiring.Address, time)
    {
        _wiring = wiring;
        _volts = volts;
        _amperes = amperes;
        PowerOn();
    }

    /// <inheritdoc/>
    protected override void PowerOn()
    {
        (_calibration, _mask, _alert, _bus, _power, _shunt, _current, _pointer) = (0, 0, 0, 0, 0, 0, 0, 0);
        (_conversionReady, _overflow) = (false, false);
        Configure(Ina226Chip.PowerOn);
    }

    /// <inheritdoc/>
    protected override I2cStatus Answer(ReadOnlySpan<byte> write, Span<byte> read)
    {
        var now = Time.Nanoseconds();
        if (!_volts.TryRead(now, out _) && !_amperes.TryRead(now, out _))
        {
            PowerOn();
            return I2cStatus.NoAcknowledge;
        }
        Finish(now);
        if (write.Length > 0)
            _pointer = write[0];
        if (write.Length >= 3)
            Store(BinaryPrimitives.ReadUInt16BigEndian(write[1..]));
        if (read.Length > 0)
        {
            read.Fill(0xFF);
            Span<byte> word = stackalloc byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(word, Load());
            word[..Math.Min(2, read.Length)].CopyTo(read);
        }
        return I2cStatus.Ok;
    }

    private bool Continuous => (_configuration & 0b111) > 0b100;

    private void Store(ushort value)
    {
        switch ((Ina226Register)_pointer)
        {
            case Ina226Register.Configuration when (value & Ina226Chip.Reset) != 0:
                PowerOn();
                break;
            case Ina226Register.Configuration:
                Configure(value);
                break;
            case Ina226Register.Calibration:
                _calibration = (ushort)(value & 0x7FFF);
                break;
            case Ina226Register.MaskEnable:
                _mask = (ushort)(value & 0xFC03);
                break;
            case Ina226Register.AlertLimit:
                _alert = value;
                break;
        }
    }

    private void Configure(ushort value)
    {
        _configuration = value;
        _converting = (value & 0b11) != 0;
        _conversionReady = false;
        _ready = Time.Nanoseconds() + Ina226Chip.Duration(value).Nanoseconds();
    }

    private ushort Load()
    {
        switch ((Ina226Register)_pointer)
        {
            case Ina226Register.MaskEnable:
                var flags = (ushort)(_mask | (_conversionReady ? Ina226Chip.Ready : 0) | (_overflow ? Ina226Chip.Overflow : 0));
                _conversionReady = false;
                return flags;
            case Ina226Register.Configuration: return _configuration;
            case Ina226Register.ShuntVoltage: return (ushort)_shunt;
            case Ina226Register.BusVoltage: return _bus;
            case Ina226Register.Power: return _power;
            case Ina226Register.Current: return (ushort)_current;
            case Ina226Register.Calibration: return _calibration;
            case Ina226Register.AlertLimit: return _alert;
            case Ina226Register.ManufacturerId: return Fault == DeviceFault.WrongIdentity ? (ushort)0 : Ina226Chip.Manufacturer;
            case Ina226Register.DieId: return Fault == DeviceFault.WrongIdentity ? (ushort)0 : Ina226Chip.Die;
            default: return 0;
        }
    }

    private void Finish(long now)
    {
        if (!_converting || now < _ready || Fault == DeviceFault.NeverReady)
            return;
        if (Fault != DeviceFault.Frozen)
            Convert(Continuous ? now : _ready);
        _conversionReady = true;
        _converting = Continuous;
        _ready = now + Ina226Chip.Duration(_configuration).Nanoseconds();
    }

    private void Convert(long at)
    {
        var saturated = Fault == DeviceFault.Saturated;
        if ((_configuration & 0b010) != 0)
        {
            var volts = _volts.TryRead(at, out var v) && !saturated ? v / _wiring.BusRatio : double.MaxValue;
            _bus = (ushort)Math.Clamp(Math.Round(volts / Ina226Chip.BusVoltsPerCode), 0, 0x7FFF);
        }
        if ((_configuration & 0b001) != 0)
        {
            var volts = _amperes.TryRead(at, out var a) && !saturated ? a / _wiring.CurrentRatio * _wiring.Shunt : double.MaxValue;
            _shunt = (short)Math.Clamp(Math.Round(volts / Ina226Chip.ShuntVoltsPerCode), short.MinValue, short.MaxValue);
        }
        var current = _shunt * _calibration / Ina226Chip.CalibrationUnit;
        _current = (short)Math.Clamp(current, short.MinValue, short.MaxValue);
        var power = Math.Abs((long)_current) * _bus / Ina226Chip.PowerUnit;
        _power = (ushort)Math.Min(power, ushort.MaxValue);
        _overflow = current != _current || power != _power;
    }
}
