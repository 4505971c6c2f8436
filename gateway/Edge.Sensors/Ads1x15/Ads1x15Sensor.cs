using System.Runtime.CompilerServices;
using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ads1x15;

/// <summary>
/// ADS1115 or ADS1015, single-shot, terminal by terminal: starts a conversion, waits until the chip says it is ready, checks that
/// the configuration it converted with is the one asked for, reads the code, and checks again: a chip that lost its supply in
/// between has a code of 0. The chips have no identity register.
/// </summary>
public sealed class Ads1x15Sensor : ISensor
{
    private readonly Ads1x15Options _options;
    private readonly WordRegisters _registers;
    private readonly ConversionWait _wait;
    private ushort _word;

    /// <param name="bus">The bus it is on; stays the caller's.</param>
    /// <param name="options">Valid options.</param>
    /// <param name="time">Whose time passes while it converts.</param>
    public Ads1x15Sensor(II2cBus bus, Ads1x15Options options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(bus);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _registers = new WordRegisters(bus, (byte)options.Address);
        _wait = new ConversionWait(time, options.Conversion, Ask);
        Name = $"{options.Chip.Driver} at 0x{options.Address:X2} on {bus.Name}";
        Outputs = [.. options.Inputs.Select(i => i.Describe(options.VoltsPerCode))];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SensorOutput> Outputs { get; }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(KeepingMethodBuilder))]
    public async ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken)
    {
        for (var i = 0; i < _options.Inputs.Count; i++)
        {
            var input = _options.Inputs[i];
            _word = _options.Chip.Convert(input.Terminal, _options.Gain, _options.DataRate);
            var reason = _registers.Write((byte)Ads1x15Register.Config, _word).ToReason();
            if (reason == Reason.None)
                reason = await _wait.WaitAsync(cancellationToken).ConfigureAwait(false);
            sink.Accept(reason == Reason.None ? Fetch(i) : Sample.Absent(i, reason));
        }
    }

    private Reason Ask(out bool ready)
    {
        var status = _registers.Read((byte)Ads1x15Register.Config, out var answer);
        ready = (answer & Ads1x15Chip.Start) != 0;
        if (status != I2cStatus.Ok)
            return status.ToReason();
        return (answer | Ads1x15Chip.Start) == _word ? Reason.None
            : answer == Ads1x15Chip.PowerOn ? Reason.CalibrationLost : Reason.Garbled;
    }

    private Sample Fetch(int output)
    {
        var status = _registers.Read((byte)Ads1x15Register.Conversion, out var word);
        if (status != I2cStatus.Ok)
            return Sample.Absent(output, status.ToReason());
        var reason = Ask(out var ready);
        if (reason != Reason.None || !ready)
            return Sample.Absent(output, reason != Reason.None ? reason : Reason.Garbled);
        return _options.Evaluate(output, word);
    }

    /// <inheritdoc/>
    public void Dispose() => _wait.Dispose();
}
