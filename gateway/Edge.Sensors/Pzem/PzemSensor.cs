using System.Runtime.CompilerServices;
using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Modbus;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Pzem;

/// <summary>
/// PZEM-004T V3.0 or PZEM-016: all registers in one question. The meter is fed by the mains it measures and is wrong, with a valid
/// checksum, for about four seconds after they come: whenever it begins to answer, its values are put aside for so long.
/// </summary>
public sealed class PzemSensor : ISensor
{
    private const ushort AlarmOn = 0xFFFF;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    private readonly PzemOptions _options;
    private readonly TimeProvider _time;
    private readonly RegisterQuestion _question;
    private bool _answers, _isGarbled;
    private long _since;

    /// <param name="line">The line it is on; stays the caller's.</param>
    /// <param name="options">Valid options.</param>
    /// <param name="time">Whose time passes.</param>
    public PzemSensor(ISerialLine line, PzemOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _options = options;
        _time = time;
        _question = new RegisterQuestion(line, (byte)options.Address, (ushort)PzemRegister.Voltage, PzemOptions.Registers, options.Patience, time);
        Name = $"{PzemBinding.Word} at {options.Address} on {line.Name}";
        Outputs = [.. options.Outputs.Select(o => o.Describe())];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SensorOutput> Outputs { get; }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(KeepingMethodBuilder))]
    public async ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken)
    {
        var reason = await _question.AskAsync(cancellationToken).ConfigureAwait(false);
        if (reason == Reason.None && !IsMeter(_question))
            reason = Reason.WrongDevice;
        var isWarm = IsWarm(reason);
        for (var i = 0; i < _options.Outputs.Count; i++)
            sink.Accept(reason != Reason.None ? Sample.Absent(i, reason) : Evaluate(i, isWarm));
    }

    /// <summary>Whether the registers that came can be a meter's.</summary>
    internal static bool IsMeter(RegisterQuestion answered) => answered.Register((int)PzemRegister.Alarm) is 0 or AlarmOn;

    /// <summary>
    /// Whether it has answered for long enough. An answer that did not come, or ended early, may be one of a meter that lost its supply; one of full length was damaged on
    /// its way, but of two in a row nobody knows whose they are.
    /// </summary>
    private bool IsWarm(Reason reason)
    {
        var (answered, wasGarbled) = (_answers, _isGarbled);
        _isGarbled = reason == Reason.Garbled;
        _answers = reason switch
        {
            Reason.NoAnswer or Reason.BusFault => false,
            Reason.Garbled => answered && !wasGarbled && _question.IsWhole,
            _ => true,
        };
        if (_answers && !answered)
            _since = _time.GetTimestamp();
        return _answers && _time.GetElapsedTime(_since) >= WarmUp;
    }

    private long Code(PzemOutput output) => output.IsWide ? _question.LowFirst((int)output.Quantity) : _question.Register((int)output.Quantity);

    private Sample Evaluate(int index, bool isWarm)
    {
        var output = _options.Outputs[index];
        var code = Code(output);
        if (!isWarm)
            return Sample.Absent(index, Reason.WarmUp, code);
        if (output.Quantity == PzemRegister.Alarm)
            return Sample.Good(index, code == AlarmOn ? 1 : 0, code);
        if (code == output.LargestCode)
            return Sample.Absent(index, Reason.Saturated, code);
        var (low, high) = _options.Range(output.Quantity);
        return code >= low && code <= high
            ? Sample.Good(index, code / output.CodesPerUnit, code)
            : Sample.Uncertain(index, code / output.CodesPerUnit, code, Reason.OutOfRange);
    }

    /// <inheritdoc/>
    public void Dispose() => _question.Dispose();
}
