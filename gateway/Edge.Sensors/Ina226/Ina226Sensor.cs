using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Ina2xx;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ina226;

/// <summary>
/// INA226, triggered. It has identity registers, and its calibration register is 0 after a brown-out: a round with a lost
/// calibration gives no values, only the reason; the calibration is rewritten for the next.
/// </summary>
/// <param name="bus">The bus it is on; stays the caller's.</param>
/// <param name="options">Valid options.</param>
/// <param name="time">Whose time passes while it converts.</param>
public sealed class Ina226Sensor(II2cBus bus, Ina226Options options, TimeProvider time) : Ina2xxSensor(bus, options, time)
{
    private ushort _flags, _bus, _power;
    private short _shunt, _current;

    /// <inheritdoc/>
    protected override void Identify()
    {
        var manufacturer = Read((byte)Ina226Register.ManufacturerId);
        var die = Read((byte)Ina226Register.DieId);
        if (manufacturer != Ina226Chip.Manufacturer || (die & 0xFFF0) != Ina226Chip.Die)
            Refuse(Reason.WrongDevice);
        Write((byte)Ina226Register.Calibration, options.Calibration);
    }

    /// <inheritdoc/>
    protected override void Start() => Write((byte)Ina226Register.Configuration, options.Trigger);

    /// <inheritdoc/>
    protected override bool IsReady()
    {
        _flags = Read((byte)Ina226Register.MaskEnable);
        return (_flags & Ina226Chip.Ready) != 0;
    }

    /// <inheritdoc/>
    protected override void Collect()
    {
        _bus = Read((byte)Ina226Register.BusVoltage);
        _shunt = (short)Read((byte)Ina226Register.ShuntVoltage);
        _current = (short)Read((byte)Ina226Register.Current);
        _power = Read((byte)Ina226Register.Power);
    }

    /// <inheritdoc/>
    protected override void CheckSetup()
    {
        if (Read((byte)Ina226Register.Calibration) != options.Calibration)
            Refuse(Reason.CalibrationLost);
    }

    /// <inheritdoc/>
    protected override Sample Evaluate(int output, Ina2xxQuantity quantity)
    {
        var step = options.CurrentStep * options.CurrentRatio;
        var busEnds = _bus >= 0x7FFF;
        var currentEnds = (_flags & Ina226Chip.Overflow) != 0
            || _shunt is short.MaxValue or short.MinValue || _current is short.MaxValue or short.MinValue;
        return quantity switch
        {
            Ina2xxQuantity.Voltage => Judge(output, busEnds, _bus, Ina226Chip.BusVoltsPerCode * options.BusRatio),
            Ina2xxQuantity.Current => Judge(output, currentEnds, _current, step),
            _ => Judge(
                output, currentEnds || busEnds || _power == ushort.MaxValue, _current < 0 ? -_power : _power,
                Ina226Chip.PowerSteps * step * options.BusRatio),
        };
    }
}
