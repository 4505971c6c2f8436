using System.Runtime.CompilerServices;
using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ina2xx;

/// <summary>
/// One round of a power monitor: who answers (when it first does, and each time it was away), a conversion, the registers, and
/// last whether the chip still holds what it was given: a brown-out at any moment before that shows there, and gives the reason
/// instead of values. The first thing that goes wrong is the round's reason; nothing is transferred after it.
/// </summary>
public abstract class Ina2xxSensor : ISensor
{
    private readonly Ina2xxOptions _options;
    private readonly WordRegisters _registers;
    private readonly ConversionWait _wait;
    private Reason _reason;
    private bool _identified;

    /// <param name="bus">The bus it is on; stays the caller's.</param>
    /// <param name="options">Valid options.</param>
    /// <param name="time">Whose time passes while it converts.</param>
    protected Ina2xxSensor(II2cBus bus, Ina2xxOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(bus);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _registers = new WordRegisters(bus, (byte)options.Address);
        _wait = new ConversionWait(time, options.Conversion, Ask);
        Name = $"{options.Driver} at 0x{options.Address:X2} on {bus.Name}";
        Outputs = options.Describe();
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SensorOutput> Outputs { get; }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(KeepingMethodBuilder))]
    public async ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken)
    {
        _reason = Reason.None;
        if (!_identified)
            Identify();
        Start();
        if (_reason == Reason.None)
            await ConvertAsync(cancellationToken).ConfigureAwait(false);
        _identified = _reason == Reason.None;
        for (var i = 0; i < _options.Outputs.Count; i++)
            sink.Accept(_reason == Reason.None ? Evaluate(i, _options.Outputs[i].Quantity) : Sample.Absent(i, _reason));
    }

    [AsyncMethodBuilder(typeof(KeepingMethodBuilder))]
    private async ValueTask ConvertAsync(CancellationToken cancellationToken)
    {
        var waited = await _wait.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (waited == Reason.None)
            Collect();
        else if (waited != Reason.NotReady)
            return;
        CheckSetup();
        Refuse(waited);
    }

    private Reason Ask(out bool ready)
    {
        ready = IsReady();
        return _reason;
    }

    /// <summary>Checks which chip answers, and gives it what it must hold.</summary>
    protected abstract void Identify();

    /// <summary>Starts a conversion, where it does not convert by itself.</summary>
    protected abstract void Start();

    /// <summary>Whether the conversion is over.</summary>
    protected abstract bool IsReady();

    /// <summary>Reads what was converted.</summary>
    protected abstract void Collect();

    /// <summary>Refuses the round with CalibrationLost unless the chip holds what <see cref="Identify"/> gave it.</summary>
    protected abstract void CheckSetup();

    /// <summary>The sample of what was collected.</summary>
    protected abstract Sample Evaluate(int output, Ina2xxQuantity quantity);

    /// <summary>Whether the round has a reason already: what is read from here on is not there.</summary>
    protected bool IsRefused => _reason != Reason.None;

    /// <summary>Gives the round a reason, unless it has one.</summary>
    protected void Refuse(Reason reason)
    {
        if (_reason == Reason.None)
            _reason = reason;
    }

    /// <summary>A register of 16 bits; 0 once the round has a reason.</summary>
    protected ushort Read(byte register) => (ushort)Read(register, sizeof(ushort));

    /// <summary>A register of so many bytes; 0 once the round has a reason.</summary>
    protected ulong Read(byte register, int bytes)
    {
        if (_reason != Reason.None)
            return 0;
        _reason = _registers.Read(register, bytes, out var value).ToReason();
        return value;
    }

    /// <summary>Writes a register, unless the round has a reason.</summary>
    protected void Write(byte register, int value)
    {
        if (_reason == Reason.None)
            _reason = _registers.Write(register, (ushort)value).ToReason();
    }

    /// <summary>Good, or absent because the converter stands at an end or reports overflow; the code is kept.</summary>
    protected static Sample Judge(int output, bool saturated, long code, double step) =>
        saturated ? Sample.Absent(output, Reason.Saturated, code) : Sample.Good(output, code * step, code);

    /// <inheritdoc/>
    public void Dispose()
    {
        _wait.Dispose();
        GC.SuppressFinalize(this);
    }
}
