using Edge.Sensors.Ina228;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>
/// INA228 at register level (datasheet SLYS021A): identity, ranges, averaging and conversion times, current = shunt * 4096 / calibration,
/// power, die temperature, and 40 bits of energy and charge that are summed while it converts continuously, run over with a flag
/// that reading them clears, and go on from the other end. Conversion-ready is cleared by reading the flags only where they are
/// latched; the flag of the arithmetic stays until a new beginning. Limits and their alerts are left out. Another part at its
/// address, on command, is an INA238.
/// </summary>
public sealed class SimulatedIna228 : SimulatedIna2xx
{
    private const double RoomTemperature = 25;
    private const ushort OtherDevice = 0x2381, LatchAndAlert = 0xF000;

    private readonly ISignal _celsius;
    private ushort _configuration, _adc, _calibration, _coefficient, _settings;
    private int _bus, _shunt, _current, _power;
    private short _temperature;
    private bool _mathOverflow;
    private long _summedUntil;
    private SimulatedAccumulator _energy = new(0, 1L << 40, Ina228Chip.EnergyUnit), _charge = new(-1L << 39, 1L << 39, 1);

    /// <param name="wiring">Address, shunt and ratios.</param>
    /// <param name="volts">Primary voltage.</param>
    /// <param name="amperes">Primary current.</param>
    /// <param name="celsius">The die's temperature; nothing there is 25 degrees.</param>
    /// <param name="time">Whose time conversions take.</param>
    public SimulatedIna228(Ina228Options wiring, ISignal volts, ISignal amperes, ISignal celsius, TimeProvider time)
        : base(wiring, volts, amperes, time)
    {
        _celsius = celsius;
        PowerOn();
    }

    /// <inheritdoc/>
    protected override void PowerOn()
    {
        base.PowerOn();
        (_configuration, _coefficient, _settings, _bus, _shunt, _current, _power, _temperature) = (0, 0, 0, 0, 0, 0, 0, 0);
        _calibration = Ina228Chip.PowerOnCalibration;
        ResetAccumulators();
        Configure(Ina228Chip.PowerOnAdc);
    }

    private void ResetAccumulators()
    {
        _energy.Reset();
        _charge.Reset();
        _mathOverflow = false;
    }

    /// <inheritdoc/>
    protected override int Width(byte register) => (Ina228Register)register switch
    {
        Ina228Register.ShuntVoltage or Ina228Register.BusVoltage or Ina228Register.Current or Ina228Register.Power => 3,
        Ina228Register.Energy or Ina228Register.Charge => 5,
        _ => 2,
    };

    /// <inheritdoc/>
    protected override void Store(byte register, ushort value)
    {
        switch ((Ina228Register)register)
        {
            case Ina228Register.Configuration when (value & Ina228Chip.Reset) != 0:
                PowerOn();
                break;
            case Ina228Register.Configuration:
                _configuration = (ushort)(value & 0x3FF0);
                if ((value & Ina228Chip.ResetAccumulators) != 0)
                    ResetAccumulators();
                break;
            case Ina228Register.AdcConfiguration:
                Configure(value);
                break;
            case Ina228Register.ShuntCalibration:
                _calibration = (ushort)(value & 0x7FFF);
                break;
            case Ina228Register.Mark:
                _coefficient = (ushort)(value & 0x3FFF);
                break;
            case Ina228Register.Diagnostics:
                _settings = (ushort)(value & LatchAndAlert);
                break;
        }
    }

    private bool Continuous => _adc >> 12 > 8;

    private void Configure(ushort value)
    {
        _adc = value;
        _mathOverflow = false;
        Convert(Ina228Chip.Duration(value), Continuous);
    }

    /// <inheritdoc/>
    protected override ulong Load(byte register) => (Ina228Register)register switch
    {
        Ina228Register.Configuration => _configuration,
        Ina228Register.AdcConfiguration => _adc,
        Ina228Register.ShuntCalibration => _calibration,
        Ina228Register.Mark => _coefficient,
        Ina228Register.ShuntVoltage => Upper20(_shunt),
        Ina228Register.BusVoltage => Upper20(_bus),
        Ina228Register.DieTemperature => (ushort)_temperature,
        Ina228Register.Current => Upper20(_current),
        Ina228Register.Power => (ulong)_power,
        Ina228Register.Energy => (ulong)_energy.Read(),
        Ina228Register.Charge => (ulong)_charge.Read(),
        Ina228Register.Diagnostics => Diagnostics(),
        Ina228Register.ManufacturerId => Ina228Chip.Manufacturer,
        Ina228Register.DeviceId => Fault == DeviceFault.WrongIdentity ? OtherDevice : Ina228Chip.Device | 1u,
        _ => 0,
    };

    private static ulong Upper20(int code) => (ulong)(uint)(code & 0xFFFFF) << 4;

    private ushort Diagnostics()
    {
        var flags = _settings | Ina228Chip.MemoryIntact
            | (_energy.RanOver ? Ina228Chip.EnergyOverflow : 0) | (_charge.RanOver ? Ina228Chip.ChargeOverflow : 0)
            | (_mathOverflow ? Ina228Chip.MathOverflow : 0) | (ConversionReady ? Ina228Chip.Ready : 0);
        if ((_settings & Ina228Chip.Latch) != 0)
            ConversionReady = false;
        return (ushort)flags;
    }

    /// <inheritdoc/>
    protected override void CatchUp(long now)
    {
        if (Continuous)
        {
            _energy.Add(_power, now - _summedUntil);
            _charge.Add(_current, now - _summedUntil);
        }
        _summedUntil = now;
        base.CatchUp(now);
    }

    /// <inheritdoc/>
    protected override void Measure(long at)
    {
        var (least, largest) = (Ina228Chip.SmallestCode, Ina228Chip.LargestCode);
        _bus = BusCode(at, Ina228Chip.BusVoltsPerCode, largest);
        _shunt = ShuntCode(at, Ina228Chip.ShuntVoltsPerCode((_configuration & Ina228Chip.Narrow) != 0), least, largest);
        _temperature = (short)Math.Round((_celsius.TryRead(at, out var celsius) ? celsius : RoomTemperature) / Ina228Chip.DegreesPerCode);
        var current = _calibration == 0 ? 0 : (long)_shunt * Ina228Chip.CalibrationUnit / _calibration;
        _current = (int)Math.Clamp(current, least, largest);
        var power = (long)(Math.Abs((double)_current) * _bus * Ina228Chip.BusVoltsPerCode / Ina228Chip.PowerSteps);
        _power = (int)Math.Min(power, 0xFFFFFF);
        _mathOverflow |= current != _current || power != _power;
    }
}
