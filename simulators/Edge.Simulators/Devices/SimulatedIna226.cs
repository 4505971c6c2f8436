using Edge.Sensors.Ina226;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>
/// INA226 at register level (datasheet SBOS547B): identity, averaging and conversion times, conversion-ready cleared by reading,
/// current = shunt * calibration / 2048, power = current * bus / 20000, overflow.
/// </summary>
public sealed class SimulatedIna226 : SimulatedIna2xx
{
    private ushort _configuration, _calibration, _mask, _alert, _bus, _power;
    private short _shunt, _current;
    private bool _overflow;

    /// <param name="wiring">Address, shunt and ratios.</param>
    /// <param name="volts">Primary voltage.</param>
    /// <param name="amperes">Primary current.</param>
    /// <param name="time">Whose time conversions take.</param>
    public SimulatedIna226(Ina226Options wiring, ISignal volts, ISignal amperes, TimeProvider time)
        : base(wiring, volts, amperes, time) => PowerOn();

    /// <inheritdoc/>
    protected override void PowerOn()
    {
        base.PowerOn();
        (_calibration, _mask, _alert, _bus, _power, _shunt, _current, _overflow) = (0, 0, 0, 0, 0, 0, 0, false);
        Configure(Ina226Chip.PowerOn);
    }

    /// <inheritdoc/>
    protected override void Store(byte register, ushort value)
    {
        switch ((Ina226Register)register)
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
        Convert(Ina226Chip.Duration(value), (value & 0b111) > 0b100);
    }

    /// <inheritdoc/>
    protected override ulong Load(byte register) => (Ina226Register)register switch
    {
        Ina226Register.Configuration => _configuration,
        Ina226Register.ShuntVoltage => (ushort)_shunt,
        Ina226Register.BusVoltage => _bus,
        Ina226Register.Power => _power,
        Ina226Register.Current => (ushort)_current,
        Ina226Register.Calibration => _calibration,
        Ina226Register.MaskEnable => Flags(),
        Ina226Register.AlertLimit => _alert,
        Ina226Register.ManufacturerId when Fault != DeviceFault.WrongIdentity => Ina226Chip.Manufacturer,
        Ina226Register.DieId when Fault != DeviceFault.WrongIdentity => Ina226Chip.Die,
        _ => 0,
    };

    private ushort Flags()
    {
        var flags = _mask | (ConversionReady ? Ina226Chip.Ready : 0) | (_overflow ? Ina226Chip.Overflow : 0);
        ConversionReady = false;
        return (ushort)flags;
    }

    /// <inheritdoc/>
    protected override void Measure(long at)
    {
        if ((_configuration & 0b010) != 0)
            _bus = (ushort)BusCode(at, Ina226Chip.BusVoltsPerCode, 0x7FFF);
        if ((_configuration & 0b001) != 0)
            _shunt = (short)ShuntCode(at, Ina226Chip.ShuntVoltsPerCode, short.MinValue, short.MaxValue);
        var current = _shunt * _calibration / Ina226Chip.CalibrationUnit;
        _current = (short)Math.Clamp(current, short.MinValue, short.MaxValue);
        var power = Math.Abs((long)_current) * _bus / Ina226Chip.PowerUnit;
        _power = (ushort)Math.Min(power, ushort.MaxValue);
        _overflow = current != _current || power != _power;
    }
}
