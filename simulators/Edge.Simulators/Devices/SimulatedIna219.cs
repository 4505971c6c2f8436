using Edge.Sensors.Ina219;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>
/// INA219 at register level (datasheet SBOS448G): ranges of bus and shunt, averaging, conversion-ready cleared by a new mode and
/// by reading the power, current = shunt * calibration / 4096, power = current * bus / 5000, overflow, a calibration without bit 0.
/// Another part at its address, on command, is one that keeps that bit, as an INA226 does.
/// </summary>
public sealed class SimulatedIna219 : SimulatedIna2xx
{
    private ushort _configuration, _calibration, _bus, _power;
    private short _shunt, _current;
    private bool _overflow;

    /// <param name="wiring">Address, shunt and ratios.</param>
    /// <param name="volts">Primary voltage.</param>
    /// <param name="amperes">Primary current.</param>
    /// <param name="time">Whose time conversions take.</param>
    public SimulatedIna219(Ina219Options wiring, ISignal volts, ISignal amperes, TimeProvider time)
        : base(wiring, volts, amperes, time) => PowerOn();

    /// <inheritdoc/>
    protected override void PowerOn()
    {
        base.PowerOn();
        (_calibration, _bus, _power, _shunt, _current, _overflow) = (0, 0, 0, 0, 0, false);
        Configure(Ina219Chip.PowerOn);
    }

    /// <inheritdoc/>
    protected override void Store(byte register, ushort value)
    {
        switch ((Ina219Register)register)
        {
            case Ina219Register.Configuration when (value & Ina219Chip.Reset) != 0:
                PowerOn();
                break;
            case Ina219Register.Configuration:
                Configure((ushort)(value & 0x3FFF));
                break;
            case Ina219Register.Calibration:
                _calibration = (ushort)(value & (Fault == DeviceFault.WrongIdentity ? 0x7FFF : 0xFFFE));
                break;
        }
    }

    private void Configure(ushort value)
    {
        _configuration = value;
        Convert(Ina219Chip.Duration(value), (value & 0b111) > 0b100);
    }

    /// <inheritdoc/>
    protected override ulong Load(byte register) => (Ina219Register)register switch
    {
        Ina219Register.Configuration => _configuration,
        Ina219Register.ShuntVoltage => (ushort)_shunt,
        Ina219Register.BusVoltage => (ushort)(_bus << 3 | (ConversionReady ? Ina219Chip.Ready : 0) | (_overflow ? Ina219Chip.Overflow : 0)),
        Ina219Register.Power => Power(),
        Ina219Register.Current => (ushort)_current,
        Ina219Register.Calibration => _calibration,
        _ => 0,
    };

    private ushort Power()
    {
        ConversionReady = false;
        return _power;
    }

    /// <inheritdoc/>
    protected override void Measure(long at)
    {
        if ((_configuration & 0b010) != 0)
            _bus = (ushort)BusCode(at, Ina219Chip.BusVoltsPerCode, Ina219Chip.BusFullScale(_configuration));
        var end = Ina219Chip.ShuntFullScale(_configuration);
        if ((_configuration & 0b001) != 0)
            _shunt = (short)ShuntCode(at, Ina219Chip.ShuntVoltsPerCode, -end, end);
        var current = _shunt * _calibration / Ina219Chip.CalibrationUnit;
        _current = (short)Math.Clamp(current, short.MinValue, short.MaxValue);
        var power = Math.Abs((long)_current) * _bus / Ina219Chip.PowerUnit;
        _power = (ushort)Math.Min(power, ushort.MaxValue);
        _overflow = current != _current || power != _power;
    }
}
