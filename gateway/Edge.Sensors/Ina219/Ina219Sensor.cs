using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Ina2xx;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ina219;

/// <summary>
/// INA219, triggered. It has no identity register; what tells it from its relatives is bit 0 of the calibration, which only an
/// INA219 (or INA220) cannot keep. That register is 0 after a brown-out. The power register is read last of the results,
/// because reading it clears conversion-ready.
/// </summary>
/// <param name="bus">The bus it is on; stays the caller's.</param>
/// <param name="options">Valid options.</param>
/// <param name="time">Whose time passes while it converts.</param>
public sealed class Ina219Sensor(II2cBus bus, Ina219Options options, TimeProvider time) : Ina2xxSensor(bus, options, time)
{
    private readonly int _busEnd = Ina219Chip.BusFullScale(options.Trigger), _shuntEnd = Ina219Chip.ShuntFullScale(options.Trigger);
    private ushort _bus, _power;
    private short _shunt, _current;

    /// <inheritdoc/>
    protected override void Identify()
    {
        Write((byte)Ina219Register.Calibration, options.Calibration | 1);
        if (Read((byte)Ina219Register.Calibration) != options.Calibration)
            Refuse(Reason.WrongDevice);
    }

    /// <inheritdoc/>
    protected override void Start() => Write((byte)Ina219Register.Configuration, options.Trigger);

    /// <inheritdoc/>
    protected override bool IsReady()
    {
        _bus = Read((byte)Ina219Register.BusVoltage);
        return (_bus & Ina219Chip.Ready) != 0;
    }

    /// <inheritdoc/>
    protected override void Collect()
    {
        _shunt = (short)Read((byte)Ina219Register.ShuntVoltage);
        _current = (short)Read((byte)Ina219Register.Current);
        _power = Read((byte)Ina219Register.Power);
    }

    /// <inheritdoc/>
    protected override void CheckSetup()
    {
        if (Read((byte)Ina219Register.Calibration) != options.Calibration)
            Refuse(Reason.CalibrationLost);
    }

    /// <inheritdoc/>
    protected override Sample Evaluate(int output, Ina2xxQuantity quantity)
    {
        var step = options.CurrentStep * options.CurrentRatio;
        var code = _bus >> 3;
        var busEnds = code >= _busEnd;
        var currentEnds = (_bus & Ina219Chip.Overflow) != 0
            || Math.Abs((int)_shunt) >= _shuntEnd || _current is short.MaxValue or short.MinValue;
        return quantity switch
        {
            Ina2xxQuantity.Voltage => Judge(output, busEnds, code, Ina219Chip.BusVoltsPerCode * options.BusRatio),
            Ina2xxQuantity.Current => Judge(output, currentEnds, _current, step),
            _ => Judge(
                output, currentEnds || busEnds || _power == ushort.MaxValue, _current < 0 ? -_power : _power,
                Ina219Chip.PowerSteps * step * options.BusRatio),
        };
    }
}
