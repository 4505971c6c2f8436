using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Ina2xx;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ina228;

/// <summary>
/// INA228, continuous, because it sums energy and charge only so. A chip that still holds its setup goes on summing, also across
/// a restart of the gateway; any other, also one that counted with another shunt or ratio, is set up anew and sums from 0. After a
/// brown-out the setup may be the very one that it was given; the latch of the flags and the mark, which are off then, tell.
/// </summary>
/// <param name="bus">The bus it is on; stays the caller's.</param>
/// <param name="options">Valid options.</param>
/// <param name="time">Whose time passes while it converts.</param>
public sealed class Ina228Sensor(II2cBus bus, Ina228Options options, TimeProvider time) : Ina2xxSensor(bus, options, time)
{
    private const int Wide = 3, Long = 5;

    private readonly Ina228Mark _definition = Ina228Mark.Of(options.Shunt, options.BusRatio, options.CurrentRatio);
    private ushort _flags;
    private int _bus, _shunt, _current, _power;
    private short _temperature;
    private Ina228Accumulator _energy = new(signed: false), _charge = new(signed: true);

    /// <inheritdoc/>
    protected override void Identify()
    {
        var manufacturer = Read((byte)Ina228Register.ManufacturerId);
        var device = Read((byte)Ina228Register.DeviceId);
        if (manufacturer != Ina228Chip.Manufacturer || (device & 0xFFF0) != Ina228Chip.Device)
            Refuse(Reason.WrongDevice);
        if (IsRefused)
            return;
        if (IsSetUp(out _, out var mark))
        {
            _energy.Resume(mark.DoubtsEnergy);
            _charge.Resume(mark.DoubtsCharge);
        }
        else if (!IsRefused)
        {
            SetUp();
        }
    }

    private void SetUp()
    {
        Write((byte)Ina228Register.ShuntCalibration, options.Calibration);
        Write((byte)Ina228Register.Configuration, Ina228Chip.ResetAccumulators | options.Configuration);
        Write((byte)Ina228Register.Mark, _definition.Register);
        Write((byte)Ina228Register.Diagnostics, Ina228Chip.Latch);
        Write((byte)Ina228Register.AdcConfiguration, options.AdcConfiguration);
        _energy.Forget();
        _charge.Forget();
    }

    /// <summary>Converting goes on by itself; a new beginning is what clears the flag of the arithmetic.</summary>
    protected override void Start()
    {
        if ((_flags & Ina228Chip.MathOverflow) != 0)
            Write((byte)Ina228Register.AdcConfiguration, options.AdcConfiguration);
    }

    /// <inheritdoc/>
    protected override bool IsReady()
    {
        _flags = Read((byte)Ina228Register.Diagnostics);
        return (_flags & Ina228Chip.Ready) != 0;
    }

    /// <inheritdoc/>
    protected override void Collect()
    {
        _bus = Upper20(Ina228Register.BusVoltage);
        _shunt = Upper20(Ina228Register.ShuntVoltage);
        _current = Upper20(Ina228Register.Current);
        _power = (int)Read((byte)Ina228Register.Power, Wide);
        _temperature = (short)Read((byte)Ina228Register.DieTemperature);
        var energy = (long)Read((byte)Ina228Register.Energy, Long);
        if (!IsRefused)
            _energy.Accept(energy, (_flags & Ina228Chip.EnergyOverflow) != 0, CurrentEnds || BusEnds);
        var charge = (long)Read((byte)Ina228Register.Charge, Long) << 24 >> 24;
        if (!IsRefused)
            _charge.Accept(charge, (_flags & Ina228Chip.ChargeOverflow) != 0, CurrentEnds);
    }

    private int Upper20(Ina228Register register) => (int)(Read((byte)register, Wide) << 8) >> 12;

    /// <inheritdoc/>
    protected override void CheckSetup()
    {
        if (!IsSetUp(out var isTrimmed, out var mark) || !isTrimmed)
            Refuse(Reason.CalibrationLost);
        if (_definition.With(_energy.IsDoubted, _charge.IsDoubted) is var now && now != mark)
            Write((byte)Ina228Register.Mark, now.Register);
    }

    private bool IsSetUp(out bool isTrimmed, out Ina228Mark mark)
    {
        var configuration = Read((byte)Ina228Register.Configuration);
        var adc = Read((byte)Ina228Register.AdcConfiguration);
        var calibration = Read((byte)Ina228Register.ShuntCalibration);
        mark = new(Read((byte)Ina228Register.Mark));
        var flags = Read((byte)Ina228Register.Diagnostics);
        isTrimmed = (flags & Ina228Chip.MemoryIntact) != 0;
        return (configuration, adc, calibration) == (options.Configuration, options.AdcConfiguration, options.Calibration)
            && mark.Definition == _definition.Definition && (flags & Ina228Chip.Latch) != 0;
    }

    private bool BusEnds => _bus >= Ina228Chip.LargestCode;

    private bool CurrentEnds => (_flags & Ina228Chip.MathOverflow) != 0 || IsAtEnd(_shunt) || IsAtEnd(_current);

    private static bool IsAtEnd(int code) => code is Ina228Chip.LargestCode or Ina228Chip.SmallestCode;

    /// <inheritdoc/>
    protected override Sample Evaluate(int output, Ina2xxQuantity quantity) => quantity switch
    {
        Ina2xxQuantity.Voltage => Judge(output, BusEnds, _bus, options.Resolution(quantity)),
        Ina2xxQuantity.Temperature => Judge(output, _temperature is short.MaxValue or short.MinValue, _temperature, options.Resolution(quantity)),
        Ina2xxQuantity.Current => Judge(output, CurrentEnds, _current, options.Step(quantity)),
        Ina2xxQuantity.Power => Judge(output, CurrentEnds || BusEnds || _power == 0xFFFFFF, _current < 0 ? -_power : _power, options.Step(quantity)),
        Ina2xxQuantity.Energy => Judge(output, ref _energy, CurrentEnds || BusEnds, options.Step(quantity)),
        _ => Judge(output, ref _charge, CurrentEnds, options.Step(quantity)),
    };

    /// <summary>What is missing in a sum stays missing: after the round that shows why, it is a value to doubt.</summary>
    private static Sample Judge(int output, ref Ina228Accumulator sum, bool saturated, double step)
    {
        if (sum.TakeRanOver() || saturated)
            return Sample.Absent(output, Reason.Saturated, sum.Code);
        return sum.IsDoubted ? Sample.Uncertain(output, sum.Code * step, sum.Code, Reason.Saturated) : Sample.Good(output, sum.Code * step, sum.Code);
    }
}
