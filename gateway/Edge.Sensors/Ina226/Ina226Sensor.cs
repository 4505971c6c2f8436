using System.Runtime.CompilerServices;
using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ina226;

/// <summary>
/// INA226, triggered: identifies the chip when it first answers (and each time it comes back), triggers, waits for
/// conversion-ready, and reads the calibration back before it believes a current: a brown-out zeroes that register.
/// A round with a lost calibration gives no values, only the reason; the calibration is rewritten for the next.
/// </summary>
public sealed class Ina226Sensor : ISensor
{
    private readonly Ina226Options _options;
    private readonly TimeProvider _time;
    private readonly WordRegisters _registers;
    private readonly Pause _pause;
    private readonly ushort _trigger;
    private readonly TimeSpan _conversion;
    private bool _identified;

    /// <param name="bus">The bus it is on; stays the caller's.</param>
    /// <param name="options">Valid options.</param>
    /// <param name="time">Whose time passes while it converts.</param>
    public Ina226Sensor(II2cBus bus, Ina226Options options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(bus);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _time = time;
        _registers = new WordRegisters(bus, (byte)options.Address);
        _pause = new Pause(time);
        _trigger = Ina226Chip.Trigger(options.Averaging, options.ConversionUs);
        _conversion = Ina226Chip.Duration(_trigger);
        Name = $"ina226 at 0x{options.Address:X2} on {bus.Name}";
        Outputs = [.. options.Outputs.Select(o => new SensorOutput(o.Name, Unit(o.Quantity), options.Resolution(o.Quantity)))];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SensorOutput> Outputs { get; }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken)
    {
        var (reason, codes) = await MeasureAsync(cancellationToken).ConfigureAwait(false);
        if (reason != Reason.None)
            _identified = false;
        for (var i = 0; i < _options.Outputs.Count; i++)
            sink.Accept(reason != Reason.None ? Sample.Absent(i, reason) : Evaluate(i, _options.Outputs[i].Quantity, codes));
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<(Reason Reason, Ina226Codes Codes)> MeasureAsync(CancellationToken cancellationToken)
    {
        var reason = _identified ? Reason.None : Identify();
        if (reason == Reason.None)
            reason = _registers.Write((byte)Ina226Register.Configuration, _trigger).ToReason();
        if (reason != Reason.None)
            return (reason, default);
        var started = _time.GetTimestamp();
        var limit = 2 * _conversion + TimeSpan.FromMilliseconds(20);
        await _pause.WaitAsync(_conversion, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            reason = _registers.Read((byte)Ina226Register.MaskEnable, out var flags).ToReason();
            if (reason != Reason.None)
                return (reason, default);
            if ((flags & Ina226Chip.Ready) != 0)
                return Collect((flags & Ina226Chip.Overflow) != 0);
            if (_time.GetElapsedTime(started) > limit)
                return (CheckCalibration() == Reason.CalibrationLost ? Reason.CalibrationLost : Reason.NotReady, default);
            await _pause.WaitAsync(_conversion / 8, cancellationToken).ConfigureAwait(false);
        }
    }

    private Reason Identify()
    {
        var reason = Read(Ina226Register.ManufacturerId, out var manufacturer);
        if (reason != Reason.None)
            return reason;
        reason = Read(Ina226Register.DieId, out var die);
        if (reason != Reason.None)
            return reason;
        if (manufacturer != Ina226Chip.Manufacturer || (die & 0xFFF0) != Ina226Chip.Die)
            return Reason.WrongDevice;
        reason = _registers.Write((byte)Ina226Register.Calibration, (ushort)_options.Calibration).ToReason();
        _identified = reason == Reason.None;
        return reason;
    }

    private Reason CheckCalibration()
    {
        var reason = Read(Ina226Register.Calibration, out var calibration);
        if (reason != Reason.None || calibration == _options.Calibration)
            return reason;
        _ = _registers.Write((byte)Ina226Register.Calibration, (ushort)_options.Calibration);
        return Reason.CalibrationLost;
    }

    private (Reason, Ina226Codes) Collect(bool overflow)
    {
        var reason = CheckCalibration();
        if (reason != Reason.None)
            return (reason, default);
        reason = Read(Ina226Register.BusVoltage, out var bus);
        if (reason != Reason.None)
            return (reason, default);
        reason = Read(Ina226Register.ShuntVoltage, out var shunt);
        if (reason != Reason.None)
            return (reason, default);
        reason = Read(Ina226Register.Current, out var current);
        if (reason != Reason.None)
            return (reason, default);
        reason = Read(Ina226Register.Power, out var power);
        return (reason, new Ina226Codes(bus, (short)shunt, (short)current, power, overflow));
    }

    private Reason Read(Ina226Register register, out ushort value) => _registers.Read((byte)register, out value).ToReason();

    private Sample Evaluate(int output, Ina226Quantity quantity, in Ina226Codes codes)
    {
        var step = _options.CurrentStep * _options.CurrentRatio;
        var saturated = quantity == Ina226Quantity.Voltage ? codes.BusSaturated
            : codes.CurrentSaturated || quantity == Ina226Quantity.Power && (codes.BusSaturated || codes.Power == ushort.MaxValue);
        var (raw, value) = quantity switch
        {
            Ina226Quantity.Voltage => (codes.Bus, codes.Bus * Ina226Chip.BusVoltsPerCode * _options.BusRatio),
            Ina226Quantity.Current => (codes.Current, codes.Current * step),
            _ => (codes.SignedPower, codes.SignedPower * Ina226Chip.PowerSteps * step * _options.BusRatio),
        };
        return saturated ? Sample.Absent(output, Reason.Saturated, raw) : Sample.Good(output, value, raw);
    }

    /// <inheritdoc/>
    public void Dispose() => _pause.Dispose();

    internal static string Unit(Ina226Quantity quantity) => quantity switch
    {
        Ina226Quantity.Voltage => "V",
        Ina226Quantity.Current => "A",
        _ => "W",
    };
}
